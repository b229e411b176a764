import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { png } from '../pictures/samplePictures.js';

const [WIDTH, HEIGHT] = [40, 30];
/** The bytes of a picture that tests paste and drop. */
export const PICTURE: Buffer = png(WIDTH, HEIGHT);

/** Checks that a file is the picture as far as it can be: the browser writes what is on the clipboard anew. */
export function isPicture(file: string): void {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [WIDTH, HEIGHT]);
}

/** Puts the picture on the clipboard, as a program does that copies one. */
export async function copyPicture(page: Page): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, PICTURE.toString('base64'));
}
