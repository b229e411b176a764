import type { Pictures } from './pictures.js';

/** Pictures kept in a folder, given by its path. What finds them, Node's network and all, is loaded for the first one. */
export function picturesOnDemand(folder: string): Pick<Pictures, 'find' | 'clear'> {
  let loaded: Promise<Pictures> | undefined;
  const load = (): Promise<Pictures> => {
    loaded ??= import('./pictures.js').then(({ Pictures }) => new Pictures(folder));
    return loaded;
  };
  return {
    find: async (...looking) => (await load()).find(...looking),
    clear: async () => (await load()).clear(),
  };
}
