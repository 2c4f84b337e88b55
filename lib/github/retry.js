import { isTransient, readRequestFailure } from "./request-failure.js";
const waitsSeconds = [1, 3, 9];
const maxWaitSeconds = 60;
/**
 * Calls again after a transient failure, a few times, as long after as the server asks. Rejects as the last call does;
 * at once where the failure is not transient or the server asks for more patience than a job should have.
 */
export async function withRetries(call, sleep) {
    for (const wait of waitsSeconds) {
        try {
            return await call();
        }
        catch (thrown) {
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
