import { peopleOf, type RankedSpeaker, rankedSpeakers } from '../../language/index.js';
import type { CompletionRequest } from '../completions/completionSource.js';
import { type Fitting, fitting } from './fitting.js';

/** What may stand for the `>` of a header, as it comes from a Chinese keyboard. */
export const HEADER_MARKS = '>＞》〉';

/** A line on which a header is written. */
export interface HeaderLine {
  /** The index of the block that the entry follows; -1 where there is none. */
  readonly above: number;
  /** The index of the first block behind it that is not the entry itself. */
  readonly behind: number;
  /** Whether the line is read as a header already, so that the log has an entry of it. */
  readonly isEntry: boolean;
}

/** Where in the log the header of the line stands; `undefined` in front matter, where none can. */
export function headerLineAt({ placed, offset, before }: CompletionRequest): HeaderLine | undefined {
  if (!placed) return { above: -1, behind: 0, isEntry: false };
  const { block, index, from } = placed;
  // Closed front matter holds the place only where nothing follows it.
  if (block.kind === 'frontMatter' && !(block.closed && offset === from + block.text.length)) return undefined;
  const isEntry = block.kind === 'entry' && offset - before.length === from;
  return { above: isEntry ? index - 1 : index, behind: index + 1, isEntry };
}

/** Who may be meant by what is typed of a name in a header, the likeliest first. */
export async function speakersFor(
  { document, context, archive }: CompletionRequest,
  { above, isEntry }: HeaderLine,
  typed: string,
): Promise<Fitting<RankedSpeaker>> {
  const people = peopleOf(document, context.lintOptions.speakers);
  const ranked = rankedSpeakers(document, people, await archive(), { index: above + 1, writing: isEntry });
  return fitting(ranked, ({ names }) => names, typed);
}
