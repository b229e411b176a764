import { pathToFileURL } from 'node:url';

/** The URI of a picture's file, with those characters encoded too that end an address in Markdown. */
export const pictureUri = (path: string): string =>
  pathToFileURL(path).href.replace(/[|()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
