import type { LookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { message } from '../language/index.js';
import { hostName, portOf } from './hostName.js';
import { codeOf, PictureFailure } from './pictureFailure.js';

/** How a server is reached. */
export type Way =
  | { readonly kind: 'direct'; readonly addresses: readonly LookupAddress[] }
  | { readonly kind: 'proxy'; readonly proxy: URL };

/** All that is told about who asks: no cookies, no credentials, no page that the picture stands on. */
const headersFor = (url: URL) => ({
  host: url.host,
  accept: 'image/*',
  'accept-encoding': 'identity',
  'user-agent': 'chatlog',
});

/**
 * Asks for what is at an address and gives the beginning of the answer; the connection ends with it. Throws a
 * {@link PictureFailure} where there is no answer. Redirects are answers.
 */
export async function ask(url: URL, way: Way, signal: AbortSignal): Promise<IncomingMessage> {
  try {
    if (way.kind === 'direct') return await answerTo(direct(url, way.addresses, signal));
    const request =
      url.protocol === 'https:' ? await tunnelled(url, way.proxy, signal) : relayed(url, way.proxy, signal);
    return await answerTo(request);
  } catch (error) {
    if (error instanceof PictureFailure) throw error;
    const code = codeOf(error);
    throw new PictureFailure(
      CERTIFICATE_TROUBLE.test(code)
        ? message('The certificate of “{0}” can’t be trusted ({1}).', url.host, code)
        : message('The server “{0}” can’t be reached ({1}).', url.host, code),
    );
  }
}

const CERTIFICATE_TROUBLE = /CERT|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/;

function direct(url: URL, addresses: readonly LookupAddress[], signal: AbortSignal): ClientRequest {
  // Node looks the name up as it connects; it is told what has been checked.
  const lookup: LookupFunction = (_name, options, found) => {
    const [first] = addresses;
    if (options.all) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family);
  };
  return send(url, { path: pathOf(url), headers: headersFor(url), lookup, agent: false, signal });
}

/** A proxy is told the whole address, and what the server says passes through it. */
function relayed(url: URL, proxy: URL, signal: AbortSignal): ClientRequest {
  const headers = { ...headersFor(url), ...proxyCredentials(proxy) };
  return send(proxy, { path: url.origin + pathOf(url), headers, agent: false, signal });
}

/** A proxy connects to the server, and what passes through it is for the two ends alone. */
async function tunnelled(url: URL, proxy: URL, signal: AbortSignal): Promise<ClientRequest> {
  const end = `${url.hostname}:${portOf(url)}`;
  const headers = { host: end, ...proxyCredentials(proxy) };
  const socket = await tunnelBy(send(proxy, { method: 'CONNECT', path: end, headers, agent: false, signal }));
  const servername = isIP(hostName(url)) ? '' : url.hostname;
  const createConnection = () => connectTls({ socket, servername });
  return send(url, { path: pathOf(url), headers: headersFor(url), createConnection, signal });
}

function tunnelBy(request: ClientRequest): Promise<Socket> {
  return new Promise((resolve, reject) => {
    request.on('error', reject).on('close', () => reject(hungUp()));
    request.on('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new PictureFailure(message('The proxy does not let it through ({0}).', statusCode)));
    });
    request.end();
  });
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request
      .on('response', resolve)
      .on('error', reject)
      .on('close', () => reject(hungUp()));
    request.end();
  });
}

/** Node reports no error where the other side ends the connection in a way that HTTP knows. */
const hungUp = (): Error => Object.assign(new Error('The connection ended'), { code: 'ECONNRESET' });

function send(to: URL, options: RequestOptions): ClientRequest {
  const request = to.protocol === 'https:' ? requestHttps : requestHttp;
  return request({ ...options, protocol: to.protocol, hostname: hostName(to), port: portOf(to) });
}

const pathOf = (url: URL): string => url.pathname + url.search;

function proxyCredentials({ username, password }: URL): { readonly 'proxy-authorization'?: string } {
  if (username === '') return {};
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(words).toString('base64')}` };
}
