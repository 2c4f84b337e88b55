import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { pack } from 'tar-stream';
import type { Digest } from '../../src/model/image.ts';

export const sha256 = (bytes: Buffer): Digest => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An entry as tar-stream packs it, with its content. */
export type TarEntry = Parameters<ReturnType<typeof pack>['entry']>[0] & { readonly content?: string | Buffer };

/** A tar of these entries, with its end-of-archive mark. */
export async function makeTar(...entries: TarEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) tar.entry(header, content ?? '');
  tar.finalize();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => {
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  });
  await once(tar, 'end');
  return Buffer.concat(chunks);
}

export interface RawHeader {
  readonly name: string | Buffer;
  readonly type?: string;
  readonly size?: number | Buffer;
  readonly link?: string;
  /** `ustar\0` and `00` unless given. */
  readonly magic?: string;
  readonly prefix?: string;
  /** Further fields by their offset in the header. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** One header block, for what tar-stream would not write. */
export function rawHeader(header: RawHeader): Buffer {
  const block = Buffer.alloc(512);
  const put = (value: string | Buffer, at: number) => block.set(Buffer.from(value), at);
  put(header.name, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  const size = header.size ?? 0;
  put(typeof size === 'number' ? `${size.toString(8).padStart(11, '0')}\0` : size, 124);
  put('00000000000\0', 136);
  put(header.type ?? '0', 156);
  put(header.link ?? '', 157);
  put(header.magic ?? 'ustar\x0000', 257);
  put(header.prefix ?? '', 345);
  for (const [at, value] of Object.entries(header.fields ?? {})) put(value, Number(at));
  put('        ', 148);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Content, padded to whole blocks. */
export function blocks(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** A PAX header of these records; a value may hold any bytes. */
export function paxHeader(...records: readonly (readonly [key: string, value: string | Buffer])[]): Buffer {
  const content = Buffer.concat(records.map(([key, value]) => paxRecord(key, Buffer.from(value))));
  return Buffer.concat([rawHeader({ name: 'PaxHeaders/x', type: 'x', size: content.length }), blocks(content)]);
}

function paxRecord(key: string, value: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

export const endOfTar = Buffer.alloc(1024);
