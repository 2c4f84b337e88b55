import { errorText } from "../errors.js";
const maxMessageLength = 200;
/** Null where `thrown` is no failed request. */
export function readRequestFailure(thrown) {
    const status = property(thrown, 'status');
    if (typeof status !== 'number') {
        return null;
    }
    const response = property(thrown, 'response');
    const message = property(property(response, 'data'), 'message') ?? property(thrown, 'message');
    const retryAfter = Number(property(property(response, 'headers'), 'retry-after') ?? Number.NaN);
    return {
        status,
        message: oneLine(String(message)),
        retryAfterSeconds: Number.isFinite(retryAfter) ? Math.max(retryAfter, 0) : null,
    };
}
/** Worth another try: the server's trouble, or a limit that names its end. */
export function isTransient({ status, retryAfterSeconds }) {
    return status >= 500 || status === 408 || status === 429 || (status === 403 && retryAfterSeconds !== null);
}
function property(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, maxMessageLength);
}
/** @param subject what was not written: `The comment was` */
export function explainFailure(subject, thrown, fork) {
    const failure = readRequestFailure(thrown);
    if (failure === null) {
        return `${subject} not written: ${errorText(thrown)}`;
    }
    const { status, message } = failure;
    return `${subject} not written: the API answered ${status} "${message}". ${remedy(status, message, fork)}`;
}
function remedy(status, message, fork) {
    const summary = 'The report is in the step summary, and the verdict is the same.';
    if (status === 401) {
        return `Check the token that github-token gives. ${summary}`;
    }
    if (status === 403 && /\blocked\b/i.test(message)) {
        return `The conversation is locked. ${summary}`;
    }
    if ((status === 403 || status === 404) && fork) {
        return `Pull requests from forks get a token that may only read. ${summary}`;
    }
    if (status === 403 || status === 404) {
        return `The job needs the permission to comment, in the workflow: "permissions: pull-requests: write". ${summary}`;
    }
    return summary;
}
