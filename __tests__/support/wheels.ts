import { createHash } from 'node:crypto';

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>;

/** A Python package; its wheel is a zip of what `unpackWheel` gives. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  /** By path in site-packages. */
  readonly files: Texts;
  /** Names of others. */
  readonly requires?: readonly string[];
}

/** A wheel as pip leaves it in site-packages: its files, METADATA, and a RECORD that names them all. */
export function unpackWheel({ name, version, files, requires = [] }: Wheel): Texts {
  const info = `${name}-${version}.dist-info`;
  const needs = requires.map((other) => `Requires-Dist: ${other}\n`).join('');
  const metadata = `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${needs}`;
  const recorded = { ...files, [`${info}/METADATA`]: metadata };
  const rows = Object.entries(recorded).map(([path, text]) => {
    const sum = createHash('sha256').update(text).digest('base64url');
    return `${path},sha256=${sum},${Buffer.byteLength(text)}\n`;
  });
  return { ...recorded, [`${info}/RECORD`]: `${rows.join('')}${info}/RECORD,,\n` };
}
