/** A dynamically linked ELF file, for tests: no toolchain is asked for. */
export interface ElfSpec {
  readonly soname?: string;
  readonly needs?: readonly string[];
  /** Texts that stand behind the tables, as a program's own do. */
  readonly texts?: readonly string[];
  readonly is64Bit?: boolean;
  readonly isLittle?: boolean;
  /** Where the tables stand: the texts of the dynamic section before it, as linkers do, or behind it. */
  readonly order?: 'texts first' | 'section first';
  /** Statically linked: no dynamic section. */
  readonly isStatic?: boolean;
  /** Bytes between the tables, and at the end. */
  readonly padding?: number;
}

const address = 0x10_000;

/** Header, program headers, dynamic section and its texts (elf(5)); nothing that could run. */
export function elfFile(spec: ElfSpec = {}): Buffer {
  const { needs = [], texts = [], is64Bit = true, isLittle = true, order = 'texts first', padding = 0 } = spec;
  const write = numberWriter(is64Bit, isLittle);
  const names = [...needs, ...(spec.soname === undefined ? [] : [spec.soname])];
  const strings = Buffer.from(`\0${names.map((name) => `${name}\0`).join('')}`);
  const placeOf = (name: string): number => strings.indexOf(`\0${name}\0`) + 1;

  const [headerBytes, segmentBytes, count] = [is64Bit ? 64 : 52, is64Bit ? 56 : 32, spec.isStatic ? 1 : 2];
  const tags = (texts: number) => [
    ...needs.map((name) => [1, placeOf(name)]),
    ...(spec.soname === undefined ? [] : [[14, placeOf(spec.soname)]]),
    [5, texts + address],
    [0, 0],
  ];
  const sectionBytes = tags(0).length * 2 * write.wordBytes;
  const first = headerBytes + count * segmentBytes + padding;
  const stringsAt = order === 'texts first' ? first : first + sectionBytes + padding;
  const sectionAt = order === 'texts first' ? first + strings.length + padding : first;
  const own = Buffer.from(texts.map((text) => `${text}\0`).join(''));
  const end = Math.max(stringsAt + strings.length, sectionAt + sectionBytes) + padding;

  const file = Buffer.alloc(end + own.length + padding);
  file.write('\x7fELF', 'latin1');
  file.set([is64Bit ? 2 : 1, isLittle ? 1 : 2, 1], 4);
  write.word(file, is64Bit ? 32 : 28, headerBytes);
  write.half(file, is64Bit ? 54 : 42, segmentBytes);
  write.half(file, is64Bit ? 56 : 44, count);
  write.segment(file, headerBytes, { type: 1, offset: 0, bytes: file.length });
  if (!spec.isStatic)
    write.segment(file, headerBytes + segmentBytes, { type: 2, offset: sectionAt, bytes: sectionBytes });
  tags(stringsAt)
    .flat()
    .forEach((word, at) => {
      if (!spec.isStatic) write.word(file, sectionAt + at * write.wordBytes, word);
    });
  strings.copy(file, stringsAt);
  own.copy(file, end);
  return file;
}

function numberWriter(is64Bit: boolean, isLittle: boolean) {
  const half = (file: Buffer, at: number, value: number) =>
    isLittle ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  const int = (file: Buffer, at: number, value: number) =>
    isLittle ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at);
  const long = (file: Buffer, at: number, value: number) =>
    isLittle ? file.writeBigUInt64LE(BigInt(value), at) : file.writeBigUInt64BE(BigInt(value), at);
  const word = is64Bit ? long : int;
  return {
    half,
    word,
    wordBytes: is64Bit ? 8 : 4,
    segment(file: Buffer, at: number, { type, offset, bytes }: { type: number; offset: number; bytes: number }) {
      const [offsetAt, addressAt, bytesAt] = is64Bit ? [8, 16, 32] : [4, 8, 16];
      int(file, at, type);
      word(file, at + offsetAt, offset);
      word(file, at + addressAt, offset + address);
      word(file, at + bytesAt, bytes);
    },
  };
}
