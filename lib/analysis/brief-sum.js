import { createHash } from 'node:crypto';
/**
 * A sum of texts that tells whether they changed, and too short to find them from: 16 bits of a SHA-256, as four
 * hexadecimal digits. A guess can't be confirmed by it, as one text in 65,536 has the same; so often a change goes unseen.
 */
export function briefSum(...texts) {
    const sum = createHash('sha256');
    // With its length before it, a text can't run into the next.
    for (const text of texts)
        sum.update(`${Buffer.byteLength(text)}:`).update(text);
    return sum.digest('hex').slice(0, 4);
}
