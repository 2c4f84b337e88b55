/** Equals package.json's; a test holds the two together. */
export const version = '1.0.0';
