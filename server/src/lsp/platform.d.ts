// Of what platforms offer, this layer uses only what Node and browser workers share.
declare function setTimeout(callback: () => void, milliseconds?: number): number | object;
declare function clearTimeout(timer: number | object | undefined): void;
interface AbortSignal {
  readonly aborted: boolean;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
