import { isMap, parseDocument } from 'yaml';

/** The text of `.chatlog.yaml` with a rule turned off; comments and everything else in it stay. */
export function disableInConfig(text: string, ruleId: string): string {
  const document = parseDocument(text);
  // What is no mapping can't hold a rule; it is reported where it stands, and kept as it is.
  if (document.contents !== null && !isMap(document.contents)) return text;
  document.setIn(['rules', ruleId], 'off');
  return document.toString({ lineWidth: 0 });
}
