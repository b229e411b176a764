/**
 * A text for the user: English, with `{0}`, `{1}` … where values go. It is data, so that the language layer needs no
 * dictionary; whoever shows it translates it.
 */
export interface Message {
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** Makes a message. The template is the key in `l10n/`, so it must be a plain literal. */
export function message(template: string, ...values: (string | number)[]): Message {
  return { template, values };
}

/** A text to show: a message that is translated, or a string that is shown as it is, such as what stands in the log. */
export type Text = Message | string;

/** The text in English. */
export function inEnglish(text: Text): string {
  if (typeof text === 'string') return text;
  const { template, values } = text;
  return template.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
