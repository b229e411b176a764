import type { Picture } from '../features/feature.js';
import type { Settings } from '../features/settings.js';

/** Where pictures come from: the layer `pictures`, on platforms that have it. */
export interface PictureSource {
  /** Looks for a picture; throws the signal's reason where that is aborted. */
  find(
    request: {
      readonly address: string;
      /** The log's URI. */
      readonly log: string;
      /** The URI of the local file that the settings map the address to. */
      readonly mapped: string | undefined;
    },
    settings: Omit<Settings['images'], 'maxWidth'> & Surroundings,
    signal: AbortSignal,
  ): Promise<Picture>;
  /** Forgets all copies. */
  clear(): Promise<void>;
}

/** What the client says of the machine and the workspace; it may change while the server runs. */
export interface Surroundings {
  /** Whether the workspace is trusted. A client that knows no trust trusts. */
  readonly trusted: boolean;
  /** The address of the proxy; `undefined` or empty where the environment may name one. */
  readonly proxy: string | undefined;
  /** Hosts that are asked without the proxy. */
  readonly noProxy: readonly string[];
}

/** Reads what the client sent as `surroundings`. */
export function readSurroundings(sent: unknown): Surroundings {
  const { trusted, proxy, noProxy } = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<
    string,
    unknown
  >;
  return {
    trusted: trusted !== false,
    proxy: typeof proxy === 'string' ? proxy : undefined,
    noProxy: Array.isArray(noProxy) ? noProxy.filter((host): host is string => typeof host === 'string') : [],
  };
}
