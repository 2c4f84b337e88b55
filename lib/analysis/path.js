/** An entry's path as text: absolute, read as UTF-8; a byte that is no UTF-8 shows as U+FFFD. */
export const pathText = (path) => `/${Buffer.from(path, 'latin1').toString('utf8')}`;
/** The path of an entry (latin1, as in `Entry`) that reads as this text, with or without a leading slash. */
export const entryPath = (text) => Buffer.from(text.replace(/^\/+/, ''), 'utf8').toString('latin1');
