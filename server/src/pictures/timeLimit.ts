import { message } from '../language/index.js';
import { PictureFailure } from './pictureFailure.js';

/** What the promise brings, or the signal's reason as soon as it is aborted, whichever comes first. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Does work with a signal that is aborted with the one given, and with a {@link PictureFailure} when the time is over. */
export async function withinTime<T>(
  milliseconds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const abort = () => inner.abort(signal.reason);
  const timer = setTimeout(
    () =>
      inner.abort(
        new PictureFailure(message('The picture did not arrive within {0} seconds.', Math.ceil(milliseconds / 1000))),
      ),
    milliseconds,
  );
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await work(inner.signal);
  } catch (error) {
    // What breaks because of the signal breaks in many ways; the reason is one.
    throw inner.signal.aborted ? inner.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
