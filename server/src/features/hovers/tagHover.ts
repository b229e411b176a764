import { message, tagAt } from '../../language/index.js';
import { shortened } from '../support/hoverContent.js';
import type { HoverSource } from './hoverSource.js';

/** Of a tag: how many entries of the log, and of the archive, have it. */
export const tagHover: HoverSource = {
  hover({ document, offset, archive, context: { say } }) {
    const tag = tagAt(document, offset);
    if (!tag) return undefined;
    let entries = 0;
    let logs = 0;
    for (const { summary } of archive.logs()) {
      const count = summary.tags.find(({ name }) => name === tag.name)?.places.length ?? 0;
      entries += count;
      if (count > 0) logs++;
    }
    return {
      span: tag.span,
      parts: [
        { kind: 'heading', text: `#${shortened(tag.name)}` },
        { kind: 'line', pieces: [say(message('Entries with this tag: {0}, logs: {1}', entries, logs))] },
      ],
    };
  },
};
