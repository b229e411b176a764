import type { Row } from '../row.js';
import { check } from './check.js';
import { checkMemory } from './checkMemory.js';

/** What the benchmark measures, in the order of the table. */
export const rows: readonly Row[] = [check, checkMemory];
