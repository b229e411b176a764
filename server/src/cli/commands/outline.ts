import { dirname, resolve } from 'node:path';
import { toRange } from '../../features/convert.js';
import { say } from '../../l10n/l10n.js';
import {
  type ChatDocument,
  mergeOptions,
  message,
  type OutlineItem,
  outlineOf,
  type Span,
} from '../../language/index.js';
import { nearestConfig } from '../../system/search/nearestConfig.js';
import { type Command, readArguments, readFormat, UsageError } from '../command.js';
import { readLog } from '../files/readLog.js';
import { terminalText } from '../report/terminalText.js';

const FORMATS = ['text', 'json'] as const;

const options = {
  format: {
    type: 'string',
    value: 'FORMAT',
    summary: message('How to report: {0}; “text” where nothing is said.', FORMATS.join(', ')),
  },
} as const;

export const outline: Command = {
  name: 'outline',
  synopsis: 'outline [OPTION]… FILE',
  summary: message('Show the front matter, talks and speakers of a log.'),
  options,
  async run(argv, io) {
    const { values, positionals } = readArguments(argv, options);
    const format = readFormat(values.format, FORMATS);
    const [path, more] = positionals;
    if (path === undefined || more !== undefined) throw new UsageError(message('Name one file.'));
    const { document } = readLog(path);
    const { config } = await nearestConfig()(dirname(resolve(path)));
    const items = outlineOf(document, mergeOptions(config).speakers);
    io.stdout.write(
      format === 'json'
        ? `${JSON.stringify(
            items.map((item) => jsonItem(document, item)),
            undefined,
            2,
          )}\n`
        : items.map((item) => textItem(document, item, '')).join(''),
    );
    return 0;
  },
};

function jsonItem(document: ChatDocument, item: OutlineItem): object {
  return {
    name: say(item.name),
    kind: item.kind,
    ...(item.detail !== undefined && { detail: say(item.detail) }),
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.nameSpan),
    children: item.children.map((child) => jsonItem(document, child)),
  };
}

function textItem(document: ChatDocument, item: OutlineItem, indent: string): string {
  const line = (span: Span): number => document.positionAt(span.from).line + 1;
  const detail = item.detail === undefined ? '' : ` (${say(item.detail)})`;
  const children = item.children.map((child) => textItem(document, child, `${indent}  `)).join('');
  return `${indent}${terminalText(say(item.name) + detail)}  :${line(item.nameSpan)}\n${children}`;
}
