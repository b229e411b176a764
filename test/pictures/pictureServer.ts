import { EventEmitter, once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Request {
  readonly method: string;
  /** The path, or all that stands in its place. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

/** An HTTP server on this machine that writes down what it is asked. */
export class PictureServer extends EventEmitter<{ request: []; closed: [whole: boolean]; tunnelClosed: [] }> {
  readonly requests: Request[] = [];
  /** The most requests that went on at the same time. */
  most = 0;
  port = 0;
  /** What becomes of a tunnel that is asked for. */
  tunnels = (socket: Socket): void => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  #open = 0;
  readonly #handlers: Readonly<Record<string, Handler>>;
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));

  /** What is answered by path; everything else is not there. */
  constructor(handlers: Readonly<Record<string, Handler>> = {}) {
    super();
    this.#handlers = handlers;
    this.#server.on('connect', (request: IncomingMessage, socket: Socket) => {
      socket.on('close', () => this.emit('tunnelClosed')).on('end', () => socket.end());
      this.#write(request);
      this.tunnels(socket);
    });
  }

  async start(): Promise<this> {
    // When it is started again, at the same address.
    await once(this.#server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** What was asked for, in order. */
  get targets(): string[] {
    return this.requests.map(({ target }) => target);
  }

  /** Waits until so many requests have come in all. */
  async asked(count: number): Promise<void> {
    while (this.requests.length < count) await once(this, 'request');
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.most = Math.max(this.most, ++this.#open);
    response.on('close', () => {
      this.#open--;
      this.emit('closed', response.writableFinished);
    });
    const handler = this.#handlers[request.url?.replace(/\?.*$/, '') ?? ''];
    if (handler) handler(response, request);
    else response.writeHead(404).end('<html>There is no such page.</html>');
    this.#write(request);
  }

  #write({ method = '', url = '', headers }: IncomingMessage): void {
    this.requests.push({ method, target: url, headers });
    this.emit('request');
  }
}

/** Sends bytes and calls them a picture. */
export const sends =
  (bytes: Buffer | string, type = 'image/png'): Handler =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(bytes);
  };

/** Sends the reader to another address. */
export const leadsTo =
  (location: string | (() => string), status = 302): Handler =>
  (response) => {
    response.writeHead(status, { location: typeof location === 'string' ? location : location() }).end();
  };

/** Sends a beginning, then zeros for as long as they are taken, without saying how many there will be. */
export const sendsForEver =
  (beginning: Buffer): Handler =>
  (response) => {
    const zeros = Buffer.alloc(65_536);
    const more = () => {
      while (!response.destroyed && response.write(zeros));
    };
    response.writeHead(200, { 'content-type': 'image/png' }).write(beginning);
    response.on('drain', more);
    more();
  };
