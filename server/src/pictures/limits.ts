/** How much a picture may ask of this machine and its network. */
export interface Limits {
  /** From the first request of a download to its last byte, redirects and names included. */
  readonly milliseconds: number;
  readonly bytes: number;
  readonly redirects: number;
  /** Downloads at the same time; others wait. */
  readonly atOnce: number;
  /** Width times height: a small file can unfold to more than the editor can hold. */
  readonly pixels: number;
}

export const defaultLimits: Limits = {
  milliseconds: 5000,
  bytes: 10_000_000,
  redirects: 3,
  atOnce: 4,
  pixels: 100_000_000,
};
