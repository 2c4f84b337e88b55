/** An entry's path as text: absolute, read as UTF-8; a byte that is no UTF-8 shows as U+FFFD. */
export const pathText = (path: string): string => `/${Buffer.from(path, 'latin1').toString('utf8')}`;
