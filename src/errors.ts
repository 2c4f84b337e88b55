/** An error that the user can do something about: `message` says what is wrong and where, `hint` what to do. */
export class UserError extends Error {
  readonly hint: string | null;

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.hint = options.hint ?? null;
  }
}

/** The text of anything that was thrown, for a message of ours. */
export function errorText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
