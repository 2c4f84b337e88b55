import * as fc from 'fast-check';
import { recordSide, type Side } from '../../src/compare/side.ts';
import { type DownloadMarks, marksByBlob } from '../../src/model/download-marks.ts';
import type { Entry } from '../../src/model/image.ts';
import type { MeasuredLayer, Measurement } from '../../src/model/measurement.ts';
import type { Change } from '../../src/model/report.ts';
import { collectedFile } from '../../src/packages/collected.ts';
import { digestOf, measuredLayer, measurementOf } from './measurements.ts';
import { anyMarks, fileEntry, indexOf } from './records.ts';

/** A file as the tables of tests write it: its size, and a text that its content stands for (the path where it is left out). */
export type FileSpec = number | readonly [size: number, content: string] | string;

export interface LayerSpec extends Partial<Omit<MeasuredLayer, 'files'>> {
  /** By path; a text is the content itself, which is collected where it tells of packages. */
  readonly files: Readonly<Record<string, FileSpec>>;
  /** What the diffID is made of beside the files: their times, say. */
  readonly salt?: string;
  /** Of its blob; none unless given. */
  readonly marks?: DownloadMarks | null;
}

/** An image of these layers, as a record keeps it. */
export function sideOf(layers: readonly LayerSpec[], over: Partial<Measurement> = {}): Side {
  const made = layers.map(layerOf);
  const measurement = measurementOf(
    made.map(({ measured }) => measured),
    over,
  );
  return recordSide({
    measurement,
    layers: new Map(made.map(({ index }) => [index.diffId, index])),
    marks: marksByBlob(made.map(({ measured: { digest }, marks }) => ({ digest, marks }))),
  });
}

function layerOf({ files, salt = '', marks = null, ...over }: LayerSpec) {
  const entries = Object.entries(files).map(([path, spec]) => entryOf(path, spec));
  const collected = new Map(
    Object.entries(files).flatMap(([path, spec]) => {
      const file = typeof spec === 'string' ? collectedFile(path) : null;
      return file === null ? [] : [[path, file.reduce(Buffer.from(String(spec)))] as const];
    }),
  );
  const index = indexOf(digestOf(JSON.stringify([files, salt])), entries, collected);
  const { diffId, diskBytes, files: count } = index;
  const downloadBytes = Math.round(diskBytes / 2) + 100;
  const digest = digestOf(`blob of ${diffId}`);
  const measured = measuredLayer('', { diffId, digest, diskBytes, files: count, downloadBytes, ...over });
  return { measured, index, marks };
}

function entryOf(path: string, spec: FileSpec): Entry {
  const [size, content] =
    typeof spec === 'string' ? [spec.length, spec] : typeof spec === 'number' ? [spec, path] : spec;
  return fileEntry(path, size, { hash: digestOf(content).slice('sha256:'.length) });
}

/** What dpkg knows of a package and its files. */
export const dpkgFiles = (name: string, version: string, ...files: string[]): LayerSpec['files'] => ({
  'var/lib/dpkg/status': `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n`,
  [`var/lib/dpkg/info/${name}.list`]: files.map((file) => `/${file}\n`).join(''),
});

/** What pip notes of a package and its files, which are relative to the folder that holds it. */
export function pythonFiles(name: string, version: string, ...files: string[]): LayerSpec['files'] {
  const site = 'usr/lib/python3/site-packages';
  const folder = `${name}-${version}.dist-info`;
  const listed = [`${folder}/METADATA`, `${folder}/RECORD`, ...files];
  return {
    [`${site}/${folder}/METADATA`]: `Name: ${name}\nVersion: ${version}\n`,
    [`${site}/${folder}/RECORD`]: listed.map((file) => `${file},,\n`).join(''),
  };
}

/** The rows of a tree as lines, the deeper ones indented: kind, label, delta on disk, moves, what is stored again. */
export const drawn = (changes: readonly Change[], indent = ''): string[] =>
  changes.flatMap((change) => [`${indent}${drawnRow(change)}`, ...drawn(change.children, `${indent}  `)]);

function drawnRow({ kind, label, delta, package: of, movedFrom, movedTo, storedAgain }: Change): string {
  const versions = of && `${of.direction} ${of.before ?? '-'} → ${of.after ?? '-'}`;
  const moves = [movedFrom && `from ${movedFrom}`, movedTo && `to ${movedTo}`];
  return [kind, label, delta.diskBytes, versions, ...moves, storedAgain ? 'again' : null]
    .filter((part) => part !== null)
    .join(' ');
}

const folder = fc.constantFrom(
  'app',
  'app',
  'app',
  'app/data',
  'usr/lib',
  'usr/lib/python3/site-packages',
  'var/log/apt',
  'etc',
);
const fileName = fc.constantFrom('a', 'b', 'm.py', 'm.pyc', 'ld.so.cache', 'lib', ...'defghijklmnopqrst');

/**
 * Layers of an image in which files, packages and instructions may be those of another.
 *
 * @param contents of files; an empty one stands for a content that no other path has
 */
const anyLayers = (contents: readonly string[]): fc.Arbitrary<LayerSpec[]> =>
  fc.array(
    fc
      .record({
        files: fc.dictionary(
          fc.tuple(folder, fileName).map((parts) => parts.join('/')),
          fc.record({
            size: fc.oneof(fc.constantFrom(0, 10, 100), fc.nat(3000)),
            content: fc.constantFrom(...contents),
          }),
          { maxKeys: 40, size: '+1' },
        ),
        packages: fc.array(
          fc.record({
            name: fc.constantFrom('one', 'two'),
            version: fc.constantFrom('1', '2'),
            files: fc.array(
              fc.tuple(folder, fileName).map((parts) => parts.join('/')),
              { size: '+1' },
            ),
          }),
          { maxLength: 2 },
        ),
        instruction: fc.constantFrom('RUN one', 'RUN two', 'COPY . .'),
        origin: fc.constantFrom('own' as const, 'own' as const, 'base' as const),
        downloadBytes: fc.option(fc.nat(50_000), { freq: 15 }),
        salt: fc.constantFrom('', '1'),
        marks: fc.option(anyMarks),
      })
      .map(({ files, packages, instruction, origin, ...rest }) => ({
        ...rest,
        origin,
        instruction: origin === 'base' ? 'FROM base' : instruction,
        files: Object.assign(
          // The size is part of the content: the same elsewhere may have moved.
          Object.fromEntries(
            Object.entries(files).map(([path, { size, content }]): [string, FileSpec] => [
              path,
              [size, content === '' ? path : `${content} ${size}`],
            ]),
          ),
          ...packages.map(({ name, version, files: owned }) => dpkgFiles(name, version, ...owned)),
        ),
      })),
    { maxLength: 4 },
  );

const anySideOf = (...contents: string[]): fc.Arbitrary<Side> =>
  fc
    .tuple(anyLayers(contents), fc.constantFrom('containerd' as const, 'containerd' as const, 'classic' as const))
    .map(([layers, store]) => sideOf(layers, { store }));

/** Images of some layers, of one store or another. */
export const anySide = anySideOf('', 'x', 'y');

/** The same, where no path has the content of another. */
export const anyUnmovedSide = anySideOf('');
