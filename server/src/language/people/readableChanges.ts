import { readBlocks } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { applyChanges, shiftSpan, type TextChange } from '../text/span.js';
import type { KnownNames } from './knownNames.js';
import { NameIndex } from './nameIndex.js';
import { namingsIn } from './namings.js';

/**
 * The changes that rename `from`, without those after which the new name would not be read where it stands, as `ok@Nora` is no
 * mention, though `ok@林一诺` is one. What is left can be taken back by renaming back.
 */
export function readableChanges(
  document: ChatDocument,
  from: string,
  changes: readonly TextChange[],
  known: KnownNames,
): readonly TextChange[] {
  const readable: TextChange[] = [];
  const ofEntries = new Map<number, TextChange[]>();
  for (const change of changes) {
    const placed = document.blockAt(change.from);
    if (placed?.block.kind !== 'entry') {
      readable.push(change);
      continue;
    }
    const own = ofEntries.get(placed.index);
    if (own) own.push(change);
    else ofEntries.set(placed.index, [change]);
  }
  const [first] = [...ofEntries.values()].flat();
  if (!first) return readable;
  const after = namesAfter(from, first.insert, known);
  for (const [index, own] of ofEntries) {
    const entry = document.block(index);
    const inEntry = own.map((change) => ({ ...change, ...shiftSpan(change, -entry.from) }));
    for (const change of readableIn(entry.block.text, inEntry, after)) {
      readable.push({ ...change, ...shiftSpan(change, entry.from) });
    }
  }
  return readable;
}

/** The changes of an entry's text that can be read; without one of them, another may not be readable any more. */
function readableIn(text: string, changes: readonly TextChange[], known: KnownNames): readonly TextChange[] {
  for (let kept = changes; ; ) {
    const [entry, ...others] = readBlocks(applyChanges(text, kept), 'entry');
    const namings = entry?.kind === 'entry' && others.length === 0 ? namingsIn(entry, known) : [];
    const nameAt = new Map(namings.map(({ name, span }) => [span.from, name]));
    let grown = 0;
    const readable = kept.filter(({ from, to, insert }) => {
      const start = from + grown;
      grown += insert.length - (to - from);
      return nameAt.get(start) === insert;
    });
    if (readable.length === kept.length) return kept;
    kept = readable;
  }
}

/** The names known once one of them is another. */
function namesAfter(from: string, to: string, { people, log, recorded, archive }: KnownNames): KnownNames {
  const names = [...log.names].filter((name) => name !== from);
  return {
    people,
    log: new NameIndex([...names, to]),
    recorded: indexWithout(from, recorded),
    archive: indexWithout(from, archive),
  };
}

const lastWithout = new WeakMap<NameIndex, { readonly name: string; readonly index: NameIndex }>();

/** An index without a name; kept for the next log, as all share the names of the archive. */
function indexWithout(name: string, whole: NameIndex): NameIndex {
  const last = lastWithout.get(whole);
  if (last?.name === name) return last.index;
  const index = new NameIndex([...whole.names].filter((one) => one !== name));
  lastWithout.set(whole, { name, index });
  return index;
}
