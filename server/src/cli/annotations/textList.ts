import { say } from '../../l10n/l10n.js';
import {
  labelOf,
  message,
  type PlacedAnnotation,
  placedAnnotations,
  type Talk,
  talksOf,
} from '../../language/index.js';
import { clockSpan } from '../listTalks.js';
import { terminalText } from '../report/terminalText.js';
import type { AnnotationList } from './annotationList.js';

/** The annotations for a person to read: the log, then a line each; logs without any are only counted. */
export function textList(): AnnotationList {
  const count = { logs: 0, notes: 0, tags: 0, talks: 0 };
  return {
    begin: () => '',
    log(path, document) {
      const annotations = [...placedAnnotations(document)];
      const talks = talksOf(document);
      count.logs++;
      count.talks += talks.length;
      for (const { annotation } of annotations) {
        if (annotation.kind === 'note') count.notes++;
        else count.tags += annotation.names.length;
      }
      const lines = [...talks.map(lineOfTalk), ...annotations.map(lineOf)];
      return lines.length === 0 ? '' : [path, ...lines].map((text) => `${terminalText(text)}\n`).join('');
    },
    end() {
      const { logs, notes, tags, talks } = count;
      return `${say(message('Logs looked at: {0}; notes: {1}, tags: {2}, talks: {3}.', logs, notes, tags, talks))}\n`;
    },
  };
}

function lineOfTalk(talk: Talk): string {
  return ['', clockSpan(talk), talk.speaker, talk.title].filter((part) => part !== undefined).join('  ');
}

function lineOf({ annotation, entry, quoteGone }: PlacedAnnotation): string {
  const place = `  ${labelOf(entry.block).bySpeaker}`;
  if (annotation.kind === 'tag') return `${place}  ${annotation.names.map(({ name }) => `#${name}`).join(' ')}`;
  const { author, date, quote, resolved, text } = annotation;
  const about = quote && (quoteGone ? say(message('“{0}” (gone)', quote.text)) : `“${quote.text}”`);
  const by = [author, date, resolved ? '✓' : undefined].filter((part) => part !== undefined).join(', ');
  return [place, about, by === '' ? text : `${by}: ${text}`]
    .filter((part) => part !== undefined)
    .join('  ')
    .replace(/\s*\n\s*/g, ' ');
}
