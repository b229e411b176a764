import type { LintOptions } from '../lint/engine.js';
import { logDay } from '../lint/logDay.js';
import { momentOf, stampIn } from '../lint/support/imageTimes.js';
import { folderOfPictures } from '../lint/support/pictureFiles.js';
import { ChatDocument } from '../syntax/document.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { type Message, message } from '../text/message.js';

/** Where a picture of an entry is kept, and how its file is named. */
export interface PictureTarget {
  /** The URI of the folder, with a slash at its end. */
  readonly folder: string;
  /** What the addresses of files in that folder begin with, up to the name. */
  readonly base: string;
  /** The name of the file, without its ending: `YYYYMMDD_HHMMSS`. */
  readonly stamp: string;
}

/** Why a picture has no place. */
export interface NoPictureTarget {
  readonly problem: Message;
  /** Whether it would have one if a folder were set. */
  readonly wantsFolder: boolean;
}

type Options = Pick<LintOptions, 'imageFolders' | 'root' | 'files'>;

/**
 * Where a picture of the entry at an offset belongs: among the log's own pictures, else where those of its neighbour lie,
 * else in the first folder that is set.
 */
export function pictureTarget(document: ChatDocument, at: number, options: Options): PictureTarget | NoPictureTarget {
  const no = (problem: Message, wantsFolder = false): NoPictureTarget => ({ problem, wantsFolder });
  const placed = document.blockAt(at);
  if (placed?.block.kind !== 'entry')
    return no(message('Put the cursor into an entry: a picture is named by its time.'));
  const day = logDay(document);
  if (day === undefined) {
    return no(
      message('A picture is named by the log’s day, which neither the front matter nor the file’s name tells.'),
    );
  }
  const moment = momentOf(placed.block, { day });
  if (!moment) return no(message('A picture is named by the entry’s time, and this is none.'));
  for (const base of basesFor(document, moment.stamp, options)) {
    const folder = folderOfPictures(base, options);
    if (folder !== undefined) return { folder, base, stamp: moment.stamp };
  }
  return no(message('No folder for pictures is set. “chatlog.images.folders” says where they lie.'), true);
}

function* basesFor(document: ChatDocument, stamp: string, options: Options): Generator<string> {
  const prefixes = Object.keys(options.imageFolders);
  if (prefixes.length === 0) return;
  yield* basesIn(document, stamp);
  const neighbour = options.files.neighbour(document.uri);
  if (neighbour !== undefined) yield* basesIn(ChatDocument.parse('', 0, neighbour), stamp);
  for (const prefix of prefixes) yield prefix.endsWith('/') ? prefix : `${prefix}/`;
}

/** What the addresses of a log's pictures begin with, the most frequent first. One that names their month names the new one's. */
function basesIn(document: ChatDocument, stamp: string): readonly string[] {
  const bases = new Map<string, number>();
  for (const { block } of document.entries()) {
    if (!block.text.includes('![')) continue;
    for (const mark of marksOf(block)) {
      if (mark.kind !== 'image') continue;
      const address = textOf(block, mark.target);
      const at = stampIn(address);
      if (!at) continue;
      const month = `/${address.slice(at.from, at.from + 6)}/`;
      const base = address.slice(0, at.from).replace(month, `/${stamp.slice(0, 6)}/`);
      bases.set(base, (bases.get(base) ?? 0) + 1);
    }
  }
  return [...bases].sort(([, a], [, b]) => b - a).map(([base]) => base);
}
