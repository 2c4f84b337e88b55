import { isTransient, readRequestFailure } from './request-failure.ts';

/** Waits for so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>;

const waitsSeconds = [1, 3, 9];
const maxWaitSeconds = 60;

/**
 * Calls again after a transient failure, a few times, as long after as the server asks. Rejects as the last call does;
 * at once where the failure is not transient or the server asks for more patience than a job should have.
 */
export async function withRetries<T>(call: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (const wait of waitsSeconds) {
    try {
      return await call();
    } catch (thrown) {
      const failure = readRequestFailure(thrown);
      const seconds = failure?.retryAfterSeconds ?? wait;
      if (failure === null || !isTransient(failure) || seconds > maxWaitSeconds) {
        throw thrown;
      }
      await sleep(seconds * 1000);
    }
  }
  return await call();
}
