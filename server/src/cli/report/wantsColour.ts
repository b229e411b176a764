import type { Io, Out } from '../command.js';

/** Whether to write in colour: as `FORCE_COLOR` and `NO_COLOR` say, else on a terminal that can show it. */
export function wantsColour(out: Out, { env }: Pick<Io, 'env'>): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return out.isTTY === true && env['TERM'] !== 'dumb';
}
