/** What the editor's user has set, other than what `.chatlog.yaml` can say too. */
export interface Settings {
  readonly inlayHints: {
    /** Pauses between entries of at least so many minutes are shown; 0 for none. */
    readonly pauses: number;
    /** Whether the glyph of an emoji code stands behind it. */
    readonly emoji: boolean;
  };
  readonly images: {
    /** Whether a hover shows pictures, and whether also those that have to be fetched. */
    readonly preview: 'always' | 'local' | 'never';
    /** Hosts that may be asked although they stand in this machine or its network: `name` or `name:port`. */
    readonly allowedHosts: readonly string[];
    /** No picture is shown wider than this, in pixels. */
    readonly maxWidth: number;
    /** What the copies of pictures may take on disk, in bytes. */
    readonly cacheBytes: number;
  };
}

const PREVIEWS = ['always', 'local', 'never'] as const;
const MEGABYTE = 1_000_000;

/** Reads the editor's settings under `chatlog`, whatever was sent; what is missing or wrong is as if nothing were set. */
export function readSettings(sent: unknown): Settings {
  const inlayHints = asRecord(asRecord(sent)['inlayHints']);
  const images = asRecord(asRecord(sent)['images']);
  const hosts = images['allowedHosts'];
  return {
    inlayHints: {
      pauses: positive(inlayHints['pauses']) ?? 0,
      emoji: inlayHints['emoji'] === true,
    },
    images: {
      preview: PREVIEWS.find((known) => known === images['preview']) ?? 'always',
      allowedHosts: Array.isArray(hosts) ? hosts.filter((host): host is string => typeof host === 'string') : [],
      maxWidth: positive(images['maxWidth']) ?? 480,
      cacheBytes: (positive(images['cacheSize']) ?? 100) * MEGABYTE,
    },
  };
}

const positive = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined);

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
