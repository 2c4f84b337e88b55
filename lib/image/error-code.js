/** What Node or dockerode call an error: `ENOENT`, `Z_BUF_ERROR`; null where it has no code. */
export function errorCode(thrown) {
    const hasCode = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
    return hasCode && typeof thrown.code === 'string' ? thrown.code : null;
}
