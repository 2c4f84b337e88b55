/** An error that the user can do something about: `message` says what is wrong and where, `hint` what to do. */
export class UserError extends Error {
    hint;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.hint = options.hint ?? null;
    }
}
/** The text of anything that was thrown, for a message of ours. */
export function errorText(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** What went wrong and, where that is known, what to do: in sentences, on one line. */
export function explainError(thrown) {
    const text = errorText(thrown);
    const hint = thrown instanceof UserError ? thrown.hint : null;
    if (hint === null)
        return text;
    return `${text}${/[.!?]$/.test(text) ? '' : '.'} ${hint}`;
}
