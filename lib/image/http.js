import { errorText, UserError } from "../errors.js";
import { errorCode } from "./error-code.js";
import { MissingImage } from "./missing.js";
/** In milliseconds; between answers and between the pieces of a body. */
const maxSilence = 60_000;
const retryWaits = [500, 1000, 2000, 4000];
/** A registry that asks for more patience than this ends the try. */
const maxRetryAfter = 60_000;
const transientStatus = new Set([408, 429, 500, 502, 503, 504]);
/** Failures that no second try mends. */
const permanentCode = /^(ENOTFOUND|ERR_INVALID_URL|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;
/**
 * The answer to a request, whatever its status. Too many requests, a server's trouble and a broken connection are
 * tried again a few times, as long after as the server asks.
 *
 * Throws a MissingImage where there is no answer.
 */
export async function send(request, { fetch, sleep }) {
    for (const wait of [...retryWaits, null]) {
        const answer = await attempt(request, fetch);
        const pause = wait === null ? null : pauseAfter(answer, wait);
        if (pause === null) {
            if (answer.kind === 'response')
                return answer.response;
            throw unreachable(request.url, answer.cause);
        }
        if (answer.kind === 'response')
            await answer.response.body?.cancel();
        await sleep(pause);
    }
    throw new Error('the last try has no wait');
}
async function attempt({ url, headers, body }, fetch) {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(new Error(`no answer within ${maxSilence / 1000} s`)), maxSilence);
    try {
        // fetch takes Authorization away where a redirect leads to another origin, as to the store of a registry's blobs.
        const post = body === undefined ? {} : { method: 'POST', body };
        return { kind: 'response', response: await fetch(url, { headers, signal: silence.signal, ...post }) };
    }
    catch (cause) {
        return { kind: 'failure', cause };
    }
    finally {
        clearTimeout(timer);
    }
}
/** Milliseconds to wait before the next try; null where there is to be none. */
function pauseAfter(answer, wait) {
    if (answer.kind === 'failure')
        return permanentCode.test(networkCode(answer.cause) ?? '') ? null : wait;
    const { status, headers } = answer.response;
    if (!transientStatus.has(status))
        return null;
    const asked = retryAfter(headers.get('Retry-After'));
    if (asked === null)
        return wait;
    return asked <= maxRetryAfter ? asked : null;
}
/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function retryAfter(value) {
    if (value === null)
        return null;
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
/** fetch says "fetch failed", its tunnel through a proxy "Request was cancelled": the innermost cause says why. */
function innermost(thrown) {
    let inner = thrown;
    // Bounded: causes may make a circle.
    for (let depth = 0; depth < 5; depth++) {
        if (typeof inner !== 'object' || inner === null || !('cause' in inner) || inner.cause === undefined)
            break;
        inner = inner.cause;
    }
    return inner;
}
const networkCode = (thrown) => errorCode(thrown) ?? errorCode(innermost(thrown));
function unreachable(url, cause) {
    const reason = errorText(innermost(cause)) || (networkCode(cause) ?? 'no answer');
    return new MissingImage(`${new URL(url).host} cannot be reached: ${reason}`, {
        hint: 'See that the name of the registry is right, and that this machine may reach it.',
        cause,
    });
}
/** The pieces of a body. Throws what the network throws, and where nothing comes for long. */
export async function* bodyOf(response) {
    if (response.body === null)
        return;
    const reader = response.body.getReader();
    let isSilent = false;
    const timer = setTimeout(() => {
        isSilent = true;
        void reader.cancel().catch(() => undefined);
    }, maxSilence);
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (isSilent)
                throw new Error(`nothing came for ${maxSilence / 1000} s`);
            if (done)
                return;
            timer.refresh();
            yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        }
    }
    finally {
        clearTimeout(timer);
        // Where the rest is not wanted the connection is given up; where it has failed there is nothing to add.
        await reader.cancel().catch(() => undefined);
    }
}
/** A whole body. Throws a UserError where it is larger than `maxBytes`. */
export async function readBody(response, maxBytes, name) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of bodyOf(response)) {
        bytes += piece.length;
        if (bytes > maxBytes)
            throw new UserError(`${name} has more than ${maxBytes} bytes`);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}
