import { addressForm, logDay, message, momentOf, pictureFile } from '../../language/index.js';
import { isInText } from '../support/textPlace.js';
import type { CompletionRequest, CompletionSource, Proposal } from './completionSource.js';

const BEGUN = /(?<opening>!?\[)(?<typed>[^[\]()]{0,40})$/u;
const FORMATS = ['.png', '.jpg', '.jpeg', '.gif', '.webp'];

/**
 * At `![` in a text: the picture that was posted with the entry, as a file of the mapped folder has its time, or else with
 * the address that it would have. At `[` only a picture whose file is there.
 */
export const picture: CompletionSource = {
  triggers: ['['],
  complete(request) {
    const { before, after, offset, placed, document, context } = request;
    const { opening, typed } = BEGUN.exec(before)?.groups ?? {};
    if (opening === undefined || typed === undefined) return undefined;
    if (placed?.block.kind !== 'entry' || !isInText(request)) return undefined;
    const moment = momentOf(placed.block, { day: logDay(document) });
    if (!moment) return undefined;
    const from = offset - typed.length - opening.length;
    const to = offset + (after.startsWith(']') ? 1 : 0);
    const propose = (address: string, uri: string | undefined): Proposal => ({
      label: `![${moment.alt}](${address})`,
      kind: 'picture',
      description: context.say(
        uri === undefined ? message('The picture of this entry') : message('In the picture folder'),
      ),
      span: { from, to },
      insert: `![${moment.alt}](${address})`,
      filter: `${opening}${moment.alt} ${moment.stamp}`,
      ...(uri !== undefined && { about: { kind: 'picture', alt: moment.alt, uri } }),
    });
    const there = filesAt(moment.stamp, request);
    if (there.length > 0) return { items: there.map(({ address, uri }) => propose(address, uri)) };
    if (opening === '[') return undefined;
    const { before: start, after: end } = addressForm(document) ?? {
      before: folders(request)[0] ?? '',
      after: FORMATS[0] as string,
    };
    if (start !== '') return { items: [propose(`${start}${moment.stamp}${end}`, undefined)] };
    const empty = `![${moment.alt}](`;
    return {
      items: [{ ...propose('', undefined), label: `${empty})`, snippet: `${empty.replace(/[\\$}]/g, '\\$&')}$0)` }],
    };
  },
};

/** The starts of addresses that are mapped to a folder. */
const folders = ({ context }: CompletionRequest): readonly string[] =>
  Object.keys(context.lintOptions.imageFolders).map((prefix) => (prefix.endsWith('/') ? prefix : `${prefix}/`));

/** The addresses of pictures with a time whose files are in the mapped folders. */
function filesAt(
  stamp: string,
  request: CompletionRequest,
): readonly { readonly address: string; readonly uri: string }[] {
  const { document, context } = request;
  const form = addressForm(document);
  const starts = new Set([...(form ? [form.before] : []), ...folders(request)]);
  const ends = new Set([...(form ? [form.after] : []), ...FORMATS]);
  const found = new Map<string, string>();
  for (const start of starts) {
    for (const end of ends) {
      const address = `${start}${stamp}${end}`;
      const uri = pictureFile(address, context.lintOptions);
      if (uri === undefined || found.has(uri) || context.lintOptions.files.exists(uri) !== true) continue;
      found.set(uri, address);
    }
  }
  return [...found].map(([uri, address]) => ({ uri, address }));
}
