import type { Message } from '../language/index.js';

/** The formats that are shown. SVG is none of them, because it can hold programs and addresses of its own. */
export type PictureFormat = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'BMP' | 'AVIF';

/** A size in pixels, as the picture is shown: turned where it says that it lies on its side. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture's file on this machine. */
export interface PictureFile extends PictureSize {
  /** Its `file:` URI, with `|`, `(` and `)` encoded too, so that it can stand in Markdown. */
  readonly uri: string;
  readonly format: PictureFormat;
  readonly bytes: number;
}

/** What became of looking for a picture. */
export type Picture =
  | (PictureFile & {
      readonly kind: 'shown';
      /** Whether it is kept beside the logs, rather than a copy of what a server sent. */
      readonly local: boolean;
    })
  | {
      readonly kind: 'failed';
      /** Why there is nothing to show: a sentence for the user. What is quoted in it is not escaped. */
      readonly reason: Message;
    };

/** Where a picture is looked for. */
export interface PictureRequest {
  /** The picture's address as it stands in the log. */
  readonly address: string;
  /** The log's URI, from which relative addresses count. */
  readonly log: string;
  /** The URI of the local file that the settings map the address to; `undefined` where they don't. */
  readonly mapped: string | undefined;
}

/** What the user allows. */
export interface PictureSettings {
  /** Whether pictures are shown, and whether also those that have to be fetched. */
  readonly preview: 'always' | 'local' | 'never';
  /** Hosts that may be asked although they stand in this machine or its network: `name` or `name:port`. */
  readonly allowedHosts: readonly string[];
  /** How many bytes the copies may take on disk; the latest one stays whatever its size. */
  readonly cacheBytes: number;
  /** The address of the proxy; `undefined` or empty where the environment may name one (`HTTP_PROXY`, `HTTPS_PROXY`). */
  readonly proxy: string | undefined;
  /** Hosts that are asked without the proxy; where there are none, the environment's `NO_PROXY` counts. */
  readonly noProxy: readonly string[];
  /** Whether the workspace is trusted. Nothing is fetched where it is not. */
  readonly trusted: boolean;
}
