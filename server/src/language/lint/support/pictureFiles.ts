import type { RuleOptions } from '../rule.js';

/**
 * The URI of the local file that a picture's address is mapped to; `undefined` where no prefix fits, or where a relative
 * folder has nothing to count from. Of several prefixes that fit, the longest counts.
 */
export function pictureFile(
  address: string,
  { imageFolders, root }: Pick<RuleOptions, 'imageFolders' | 'root'>,
): string | undefined {
  let prefix: string | undefined;
  for (const candidate of Object.keys(imageFolders)) {
    if (address.startsWith(candidate) && candidate.length > (prefix?.length ?? -1)) prefix = candidate;
  }
  const folder = prefix === undefined ? undefined : imageFolders[prefix];
  if (prefix === undefined || folder === undefined) return undefined;
  const start = uriOfFolder(folder, root);
  if (start === undefined) return undefined;
  const rest = address
    .slice(prefix.length)
    .replace(/[?#].*$/s, '')
    .split('/')
    .map(decoded);
  return start.origin + joined([...start.path, ...rest]);
}

/** The URI of the folder, with a slash at its end, that addresses beginning with `base`, up to a file's name, are mapped to. */
export function folderOfPictures(
  base: string,
  options: Pick<RuleOptions, 'imageFolders' | 'root'>,
): string | undefined {
  return pictureFile(`${base}x`, options)?.slice(0, -1);
}

/** The address that is mapped to a local file; `undefined` for a file that lies in no folder of pictures. */
export function pictureAddress(file: string, options: Pick<RuleOptions, 'imageFolders' | 'root'>): string | undefined {
  const { origin, path } = placeOf(file);
  let longest = 0;
  let address: string | undefined;
  for (const prefix of Object.keys(options.imageFolders)) {
    const base = prefix.endsWith('/') ? prefix : `${prefix}/`;
    const folder = placeOf(folderOfPictures(base, options) ?? '');
    // A folder ends with a slash, so its last part is empty.
    const parts = folder.path.slice(0, -1);
    if (origin === '' || folder.origin !== origin || parts.length <= longest || parts.length >= path.length) continue;
    if (!parts.every((part, index) => isSamePart(part, path[index] ?? ''))) continue;
    longest = parts.length;
    address = base + path.slice(parts.length).map(inAddress).join('/');
  }
  return address;
}

/** Drives are named in either case. */
const isSamePart = (a: string, b: string): boolean =>
  a === b || (/^[A-Za-z]:$/.test(a) && a.toLowerCase() === b.toLowerCase());

/** Parentheses would end an address in a log. */
const inAddress = (part: string): string => encoded(part).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));

/** A URI up to its path, and the path's parts, decoded. */
interface Place {
  readonly origin: string;
  readonly path: readonly string[];
}

function uriOfFolder(folder: string, root: string | undefined): Place | undefined {
  if (/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(folder)) return placeOf(folder);
  const base = root === undefined ? undefined : placeOf(root);
  const parts = folder.replaceAll('\\', '/').split('/');
  if (/^[A-Za-z]:$/.test(parts[0] ?? '')) return { origin: 'file://', path: parts };
  if (parts[0] === '') return { origin: base?.origin ?? 'file://', path: parts };
  return base && { origin: base.origin, path: [...base.path, ...parts] };
}

function placeOf(uri: string): Place {
  const [, origin = '', path = ''] = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*)([^?#]*)/.exec(uri) ?? [];
  return { origin, path: path.split('/').map(decoded) };
}

/** The parts as a path, each encoded, `.` and `..` resolved. */
function joined(parts: readonly string[]): string {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.map((part) => `/${encoded(part)}`).join('');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Half a surrogate pair has no encoding; it is replaced, as in any file's name. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'));
}
