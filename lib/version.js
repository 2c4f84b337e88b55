/** Equals package.json's; a test holds the two together. */
export const version = '1.0.0';
/** Where the sources are, without a slash at the end; OWNER as in README.md. */
export const homepage = 'https://github.com/OWNER/image-size-gate';
