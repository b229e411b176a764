import type { Row } from '../row.js';
import { archive } from './archive.js';
import { check } from './check.js';
import { checkMemory } from './checkMemory.js';
import { extension } from './extension.js';
import { grammar } from './grammar.js';
import { keystroke } from './keystroke.js';
import { serverStart } from './serverStart.js';

/**
 * What the benchmark measures, in the order of the table. The grammar is measured in this process, so it comes before what fills
 * its memory; the archive is changed on disk, so the checks come before it.
 */
export const rows: readonly Row[] = [grammar, check, checkMemory, keystroke, serverStart, archive, extension];
