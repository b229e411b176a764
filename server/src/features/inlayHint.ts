import type { InlayHint, InlayHintParams } from 'vscode-languageserver-protocol';
import { type Block, type Entry, findEmoji, marksOf, message, type PlacedBlock, type Text } from '../language/index.js';
import { toPosition, toSpan } from './convert.js';
import type { Feature, FeatureContext } from './feature.js';
import { durationText } from './support/durationText.js';

/** At the end of a header how long nobody had written, and behind an emoji code its glyph, as far as the user wants either. */
export const inlayHint: Feature<InlayHintParams, InlayHint[]> = {
  method: 'textDocument/inlayHint',
  capabilities: { inlayHintProvider: true },
  nothing: [],
  answer(document, { range }, { settings: { inlayHints }, say }) {
    if (inlayHints.pauses === 0 && !inlayHints.emoji) return [];
    const { from, to } = toSpan(document, range);
    const first = document.blockAt(from)?.index ?? 0;
    let before: Block | undefined = first > 0 ? document.block(first - 1).block : undefined;
    const hints: InlayHint[] = [];
    for (const { block, index, from: blockFrom } of document.blocks(first)) {
      if (blockFrom > to) break;
      if (block.kind === 'entry') {
        for (const hint of hintsOf({ block, index, from: blockFrom }, before, inlayHints, say)) {
          const { at, ...rest } = hint;
          if (from <= at && at <= to) hints.push({ position: toPosition(document, at), ...rest });
        }
      }
      before = block;
    }
    return hints;
  },
};

/** A hint at an offset of the log. */
interface HintAt extends Omit<InlayHint, 'position'> {
  readonly at: number;
}

function* hintsOf(
  { block, from }: PlacedBlock<Entry>,
  before: Block | undefined,
  { pauses, emoji }: FeatureContext['settings']['inlayHints'],
  say: (text: Text) => string,
): Generator<HintAt> {
  const pause = pauses > 0 ? minutesBetween(before, block) : undefined;
  if (pause !== undefined && pause >= pauses) {
    const duration = say(durationText(pause * 60));
    yield {
      at: from + Math.max(block.time.to, block.speaker.to),
      label: `— ${duration}`,
      tooltip: say(message('Nobody wrote for {0}.', duration)),
      paddingLeft: true,
    };
  }
  if (!emoji) return;
  for (const mark of marksOf(block)) {
    const known = mark.kind === 'emoji' ? findEmoji(mark.code) : undefined;
    if (!known?.glyph) continue;
    const { glyph, english } = known;
    yield { at: from + mark.span.to, label: glyph, ...(english !== '' && { tooltip: english }) };
  }
}

/** The whole minutes from one entry to the next, negative where time goes back; `undefined` where one of the two is none, or has no time. */
function minutesBetween(before: Block | undefined, after: Entry): number | undefined {
  if (before?.kind !== 'entry' || before.seconds === undefined || after.seconds === undefined) return undefined;
  return Math.floor((after.seconds - before.seconds) / 60);
}
