import { stampIn } from '../lint/support/imageTimes.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { marksOf, textOf } from '../syntax/inline.js';

/** What stands around the time in the address of a picture. */
export interface AddressForm {
  readonly before: string;
  /** As in `.png`. */
  readonly after: string;
}

const lastForm = perChunk(({ blocks }): AddressForm | undefined => {
  for (const block of [...blocks].reverse()) {
    if (block.kind !== 'entry' || !block.text.includes('![')) continue;
    for (const mark of [...marksOf(block)].reverse()) {
      if (mark.kind !== 'image') continue;
      const address = textOf(block, mark.target);
      const stamp = stampIn(address);
      if (stamp) return { before: address.slice(0, stamp.from), after: address.slice(stamp.to) };
    }
  }
  return undefined;
});

/** The form of the addresses that the exporter gave the log's pictures: that of the last one; absent where there is none. */
export function addressForm(document: ChatDocument): AddressForm | undefined {
  for (const { chunk } of [...document.chunks()].reverse()) {
    const form = lastForm(chunk);
    if (form) return form;
  }
  return undefined;
}
