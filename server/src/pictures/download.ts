import { type IncomingMessage, STATUS_CODES } from 'node:http';
import { message } from '../language/index.js';
import { addressesOf, type Resolve, UnknownHost } from './addressesOf.js';
import { ask, type Way } from './ask.js';
import { Blocks } from './blocks.js';
import { formatOf } from './headerOf.js';
import type { Limits } from './limits.js';
import type { PictureSettings } from './picture.js';
import { codeOf, PictureFailure } from './pictureFailure.js';
import { FORMAT_BYTES } from './pictureFormat.js';
import { type Environment, proxyFor } from './proxyFor.js';

/** What a download goes by. */
export interface Terms {
  readonly settings: PictureSettings;
  readonly limits: Limits;
  readonly resolve: Resolve;
  readonly env: Environment;
}

/** The bytes of the picture at an address. Throws a {@link PictureFailure} where there is none, or it may not be fetched. */
export async function download(address: URL, terms: Terms, signal: AbortSignal): Promise<Blocks> {
  const { redirects } = terms.limits;
  let url = address;
  for (let count = 0; count <= redirects; count++) {
    check(url);
    const answer = await ask(url, await wayTo(url, terms, signal), signal);
    const next = redirectOf(answer, url);
    if (!next) return await bodyOf(answer, terms.limits.bytes, signal);
    answer.destroy();
    url = next;
  }
  throw new PictureFailure(message('The address leads to others more than {0} times.', redirects));
}

function check(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new PictureFailure(message('Only addresses with “http:” or “https:” are fetched.'));
  }
  if (url.username !== '' || url.password !== '') {
    throw new PictureFailure(message('The address holds a user name or a password, so it is not fetched.'));
  }
}

/**
 * How a server may be reached. A proxy looks the name up itself, so what it connects to can't be known here: refused is what
 * this machine, too, finds to be no public address.
 */
async function wayTo(url: URL, { settings, resolve, env }: Terms, signal: AbortSignal): Promise<Way> {
  const proxy = proxyFor(url, settings, env);
  try {
    const addresses = await addressesOf(url, resolve, settings.allowedHosts, signal);
    return proxy ? { kind: 'proxy', proxy } : { kind: 'direct', addresses };
  } catch (error) {
    if (proxy && error instanceof UnknownHost) return { kind: 'proxy', proxy };
    throw error;
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode = 0, headers }: IncomingMessage, url: URL): URL | undefined {
  const { location } = headers;
  return REDIRECTS.has(statusCode) && location !== undefined && URL.canParse(location, url.href)
    ? new URL(location, url)
    : undefined;
}

async function bodyOf(answer: IncomingMessage, limit: number, signal: AbortSignal): Promise<Blocks> {
  const { statusCode = 0, headers } = answer;
  try {
    if (statusCode !== 200) {
      const status = `${statusCode} ${STATUS_CODES[statusCode] ?? ''}`.trim();
      throw new PictureFailure(message('The server answers “{0}” instead of a picture.', status));
    }
    if (Number(headers['content-length']) > limit) throw tooLarge(limit);
    return await read(answer, limit);
  } catch (error) {
    if (error instanceof PictureFailure) throw error;
    signal.throwIfAborted();
    throw new PictureFailure(message('The connection broke before the whole picture was there ({0}).', codeOf(error)));
  } finally {
    answer.destroy();
  }
}

/** Reads as far as it is a picture, and no larger than allowed. */
async function read(answer: AsyncIterable<Buffer>, limit: number): Promise<Blocks> {
  const bytes = new Blocks();
  let known = false;
  for await (const piece of answer) {
    if (bytes.length + piece.length > limit) throw tooLarge(limit);
    bytes.add(piece);
    if (known || bytes.length < FORMAT_BYTES) continue;
    formatOf(bytes.head(FORMAT_BYTES));
    known = true;
  }
  return bytes;
}

const tooLarge = (limit: number): PictureFailure =>
  new PictureFailure(message('The picture is larger than {0} MB.', limit / 1_000_000));
