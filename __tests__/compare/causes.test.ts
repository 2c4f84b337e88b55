import * as fc from 'fast-check';
import { assignCauses, sumCauses } from '../../src/compare/causes.ts';
import { compareSides, type Row } from '../../src/compare/compare.ts';
import { recordSide, type Side } from '../../src/compare/side.ts';
import { addSizes } from '../../src/compare/size.ts';
import type { Digest, Entry, LayerIndex } from '../../src/model/image.ts';
import type { MeasuredLayer, Measurement, UpstreamLine } from '../../src/model/measurement.ts';
import type { Change, Metric } from '../../src/model/report.ts';
import { anyMeasurement, digestOf, measuredLayer, measurementOf } from '../support/measurements.ts';

const bare = (measurement: Measurement, indexes: readonly LayerIndex[] = []): Side =>
  recordSide({ measurement, layers: new Map(indexes.map((index) => [index.diffId, index])), marks: new Map() });

function rowsOf(before: Measurement, after: Measurement, metric: Metric = 'disk'): Row[] {
  const [old, current] = [bare(before), bare(after)];
  return assignCauses(compareSides(old, current, metric).rows, old, current, metric);
}

/** A line of a Dockerfile, by its number. */
const line = (number: number, instruction: string, content: string | null = '', stage: string | null = 'builder') =>
  ({
    instruction,
    content,
    location: { file: 'Dockerfile', firstLine: number, lastLine: number, stage },
  }) satisfies UpstreamLine;

/** A layer of the last stage; `version` decides what it holds and its size. */
function layer(
  number: number,
  instruction: string,
  version: string,
  upstream: UpstreamLine[] | null = [],
): MeasuredLayer {
  const location = { file: 'Dockerfile', firstLine: number, lastLine: number, stage: '1' };
  const diskBytes = 1_000_000 + 1000 * version.length;
  return measuredLayer(`${instruction} ${version}`, { instruction, location, upstream, diskBytes });
}

const base = (instruction: string, version: string, upstream: UpstreamLine[] | null = []): MeasuredLayer => ({
  ...layer(1, instruction, version, upstream),
  origin: 'base',
});

const digests = { old: digestOf('old image'), new: digestOf('new image') };
const shortDigests = `${digests.old.slice(7, 14)} → ${digests.new.slice(7, 14)}`;
const untraced: Partial<MeasuredLayer> = { origin: null, instruction: null, location: null, attribution: 'none' };

interface NamedCase {
  readonly name: string;
  readonly before: readonly MeasuredLayer[];
  readonly after: readonly MeasuredLayer[];
  readonly buildArgs?: readonly [Measurement['buildArgs'], Measurement['buildArgs']];
  /** Of the rows that changed, in the order of the layers: cause, evidence; `?` where it is an assumption. */
  readonly expected: readonly string[];
}

const from = 'FROM python:3.12-slim';
const copy = 'COPY --from=builder /app /app';
const run = 'RUN apt-get install -y libssl3';
const builderFrom = (content: string | null) => line(1, 'FROM golang:1.22 AS builder', content);
const make = line(3, 'RUN make');

const cases: NamedCase[] = [
  {
    name: 'a base image under the same tag',
    before: [base(from, 'a', [line(1, from, digests.old, '1')])],
    after: [base(from, 'bbbb', [line(1, from, digests.new, '1')])],
    expected: [`base: FROM python:3.12-slim: digest ${shortDigests}, +3 kB`],
  },
  {
    name: 'a base image whose stage got another name',
    before: [base(`${from} AS app`, 'a', [line(1, `${from} AS app`, digests.old, 'app')])],
    after: [base(`${from} AS final`, 'bbbb', [line(1, `${from} AS final`, digests.new, 'final')])],
    expected: [`base: FROM python:3.12-slim: digest ${shortDigests}, +3 kB`],
  },
  {
    name: 'a base image, its digest not known',
    before: [base(from, 'a', null)],
    after: [base(from, 'bbbb', null)],
    expected: ['base: FROM python:3.12-slim unchanged, +3 kB'],
  },
  {
    name: 'another FROM',
    before: [base('FROM python:3.11', 'a')],
    after: [base('FROM python:3.12', 'bb')],
    expected: ['yours: `FROM python:3.11` → `FROM python:3.12`, +1 kB'],
  },
  {
    name: "another default of FROM's argument",
    before: [base('FROM $BASE', 'a', [line(1, 'ARG BASE=a', '', null), line(2, 'FROM $BASE', digests.old)])],
    after: [base('FROM $BASE', 'bb', [line(1, 'ARG BASE=b', '', null), line(2, 'FROM $BASE', digests.new)])],
    expected: ['yours: Dockerfile:1 edited: `ARG BASE=b`'],
  },
  {
    name: "another value of FROM's argument",
    before: [base('FROM $BASE', 'a', [line(1, 'ARG BASE', '', null), line(2, 'FROM $BASE', digests.old)])],
    after: [base('FROM $BASE', 'bb', [line(1, 'ARG BASE', '', null), line(2, 'FROM $BASE', digests.new)])],
    buildArgs: [{ BASE: '0001' }, { BASE: '0002' }],
    expected: ['yours: Build arguments changed: BASE'],
  },
  {
    name: "FROM's argument, one image's values not known",
    before: [base('FROM $BASE', 'a', [line(1, 'ARG BASE', '', null), line(2, 'FROM $BASE', digests.old)])],
    after: [base('FROM $BASE', 'bb', [line(1, 'ARG BASE', '', null), line(2, 'FROM $BASE', digests.new)])],
    buildArgs: [{}, null],
    expected: ['yours?: Assumed: it is not known which build arguments there were'],
  },
  {
    name: "FROM's argument, by an older version",
    before: [base('FROM $BASE', 'a', null)],
    after: [base('FROM $BASE', 'bb', [])],
    expected: ['yours?: Assumed: FROM $BASE depends on build arguments, and the baseline does not tell them'],
  },
  {
    name: 'no base image any more',
    before: [base(from, 'a')],
    after: [],
    expected: ['yours: The base image was removed'],
  },
  {
    name: 'a base image that no line names',
    before: [{ ...base(from, 'a'), instruction: null }],
    after: [{ ...base(from, 'bb'), instruction: null }],
    expected: ['yours?: Assumed: it is not known which FROM brought it'],
  },
  { name: 'a line added', before: [], after: [layer(5, run, 'a')], expected: ['yours: RUN line 5 added'] },
  { name: 'a line removed', before: [layer(5, run, 'a')], after: [], expected: ['yours: RUN line 5 removed'] },
  {
    name: 'a line edited',
    before: [layer(5, 'RUN apt-get install -y a b', 'a')],
    after: [layer(6, 'RUN apt-get install -y a b c', 'b')],
    expected: ['yours: RUN line 6 edited'],
  },
  {
    name: 'layers that no line is known for',
    before: [{ ...layer(5, run, 'a'), ...untraced }],
    after: [],
    expected: ['yours?: Assumed: it is not known which line made it'],
  },
  {
    name: 'a line that became part of the base image',
    before: [layer(5, run, 'a')],
    after: [{ ...layer(5, run, 'b'), origin: 'base' }],
    expected: ['yours?: Assumed: it is part of the base image on one side only'],
  },
  {
    name: 'files of the build context',
    before: [layer(4, 'COPY . /app', 'a')],
    after: [layer(4, 'COPY . /app', 'b')],
    expected: ['yours: Files of the build context changed: COPY line 4'],
  },
  {
    name: 'ADD of a URL',
    before: [layer(4, 'ADD https://example.com/x /x', 'a')],
    after: [layer(4, 'ADD https://example.com/x /x', 'bb')],
    expected: ['drift: ADD line 4 unchanged, +1 kB'],
  },
  {
    name: 'ADD of a URL, by an older version',
    before: [layer(4, 'ADD https://example.com/x /x', 'a', null)],
    after: [layer(4, 'ADD https://example.com/x /x', 'bb')],
    expected: ['drift: ADD line 4 unchanged, +1 kB'],
  },
  {
    name: 'ADD of a URL with an argument, by an older version',
    before: [layer(4, 'ADD https://example.com/$V /x', 'a', null)],
    after: [layer(4, 'ADD https://example.com/$V /x', 'bb')],
    expected: ['yours?: Assumed: the baseline or this build does not tell what ADD line 4 depends on'],
  },
  {
    name: "a builder's line edited",
    before: [layer(6, copy, 'a', [builderFrom(digests.old), make])],
    after: [layer(6, copy, 'b', [builderFrom(digests.new), line(3, 'RUN make all')])],
    expected: ['yours: Dockerfile:3 in builder edited: `RUN make all`'],
  },
  {
    name: "a builder's line added",
    before: [layer(6, copy, 'a', [builderFrom(digests.old)])],
    after: [layer(6, copy, 'b', [builderFrom(digests.old), make])],
    expected: ['yours: Dockerfile:3 in builder added: `RUN make`'],
  },
  {
    name: "a builder's lines in another order",
    before: [layer(6, copy, 'a', [builderFrom(digests.old), make, line(4, 'RUN test')])],
    after: [layer(6, copy, 'b', [builderFrom(digests.old), line(3, 'RUN test'), line(4, 'RUN make')])],
    expected: ['yours: Dockerfile:4 in builder moved: `RUN make`'],
  },
  {
    name: 'many lines of a builder',
    before: [layer(6, copy, 'a', [])],
    after: [
      layer(
        6,
        copy,
        'b',
        [1, 2, 3, 4, 5].map((number) => line(number, `RUN ${number}`)),
      ),
    ],
    expected: [
      'yours: Dockerfile:1 in builder added: `RUN 1`, Dockerfile:2 in builder added: `RUN 2`, Dockerfile:3 in builder added: `RUN 3` and 2 more',
    ],
  },
  {
    name: "files that a builder's line took",
    before: [layer(6, copy, 'a', [builderFrom(digests.old), line(2, 'COPY . .', 'files:1111'), make])],
    after: [layer(6, copy, 'b', [builderFrom(digests.new), line(2, 'COPY . .', 'files:2222'), make])],
    expected: ['yours: Files taken in by Dockerfile:2 in builder changed'],
  },
  {
    name: "a builder's line, its files and its arguments at once",
    before: [layer(6, copy, 'a', [line(2, 'ARG V'), line(3, 'COPY . .', 'files:1111'), make])],
    after: [layer(6, copy, 'b', [line(2, 'ARG V'), line(3, 'COPY . .', 'files:2222'), line(4, 'RUN make all')])],
    buildArgs: [{ V: '0001' }, { V: '0002' }],
    expected: [
      'yours: Dockerfile:4 in builder edited: `RUN make all`; build arguments changed: V; files taken in by Dockerfile:3 in builder changed',
    ],
  },
  {
    name: "what a builder's line took is not known",
    before: [layer(6, copy, 'a', [builderFrom(digests.old), line(2, 'COPY . .', 'files:1111')])],
    after: [layer(6, copy, 'b', [builderFrom(digests.old), line(2, 'COPY . .', null)])],
    expected: ['yours?: Assumed: it is not known what Dockerfile:2 in builder took'],
  },
  {
    name: "a builder's image",
    before: [layer(6, copy, 'a', [builderFrom(digests.old), make])],
    after: [layer(6, copy, 'b', [builderFrom(digests.new), make])],
    expected: [`base: FROM golang:1.22 in builder: digest ${shortDigests}`],
  },
  {
    name: 'nothing of a builder',
    before: [layer(6, copy, 'a', [builderFrom(digests.old), make])],
    after: [layer(6, copy, 'bb', [builderFrom(digests.old), make])],
    expected: ['drift: COPY line 6 unchanged, +1 kB'],
  },
  {
    name: 'nothing of a builder but its name',
    before: [layer(6, copy, 'a', [builderFrom(digests.old), make])],
    after: [
      layer(6, 'COPY --from=compile /app /app', 'bb', [
        line(1, 'FROM golang:1.22 AS compile', digests.old, 'compile'),
        line(3, 'RUN make', '', 'compile'),
      ]),
    ],
    expected: ['drift: COPY line 6 unchanged, +1 kB'],
  },
  {
    name: 'a builder, by an older version',
    before: [layer(6, copy, 'a', null)],
    after: [layer(6, copy, 'b', [builderFrom(digests.old), make])],
    expected: ['yours?: Assumed: the baseline or this build does not tell what COPY line 6 depends on'],
  },
  {
    name: 'COPY from an image',
    before: [layer(6, 'COPY --from=nginx:1 /a /a', 'a', [line(6, 'COPY --from=nginx:1 /a /a', digests.old, '1')])],
    after: [layer(6, 'COPY --from=nginx:1 /a /a', 'b', [line(6, 'COPY --from=nginx:1 /a /a', digests.new, '1')])],
    expected: [`base: COPY --from=nginx:1 /a /a: digest ${shortDigests}`],
  },
  {
    name: 'a here-document',
    before: [layer(6, 'RUN <<EOF', 'a', [line(6, 'RUN <<EOF', 'files:1111', '1')])],
    after: [layer(6, 'RUN <<EOF', 'b', [line(6, 'RUN <<EOF', 'files:2222', '1')])],
    expected: ['yours: Files taken in by Dockerfile:6 changed'],
  },
  {
    name: 'a copied here-document that is the same',
    before: [layer(6, 'COPY <<EOF /x', 'a', [line(6, 'COPY <<EOF /x', 'files:1111', '1')])],
    after: [layer(6, 'COPY <<EOF /x', 'bb', [line(6, 'COPY <<EOF /x', 'files:1111', '1')])],
    expected: ['drift: COPY line 6 unchanged, +1 kB'],
  },
  {
    name: 'packages of an unchanged RUN',
    before: [layer(5, run, 'a')],
    after: [layer(5, run, 'bb')],
    expected: ['drift: RUN line 5 unchanged, +1 kB'],
  },
  {
    name: 'RUN by an older version',
    before: [layer(5, run, 'a', null)],
    after: [layer(5, run, 'bb')],
    expected: ['yours?: Assumed: the baseline or this build does not tell what RUN line 5 depends on'],
  },
  {
    name: 'RUN after an ENV that was edited',
    before: [layer(5, run, 'a', [line(4, 'ENV A=1', '', '1')])],
    after: [layer(5, run, 'b', [line(4, 'ENV A=2', '', '1')])],
    expected: ['yours: Dockerfile:4 edited: `ENV A=2`'],
  },
  {
    name: 'RUN with a build argument in scope',
    before: [layer(5, run, 'a', [line(4, 'ARG V=1 W', '', '1')])],
    after: [layer(5, run, 'b', [line(4, 'ARG V=1 W', '', '1')])],
    buildArgs: [{ W: '0001' }, { W: '0002' }],
    expected: ['yours: Build arguments changed: W'],
  },
  {
    name: 'RUN with a build argument that is given no more',
    before: [layer(5, run, 'a', [line(4, 'ARG V=1', '', '1')])],
    after: [layer(5, run, 'b', [line(4, 'ARG V=1', '', '1')])],
    buildArgs: [{ V: '0001' }, {}],
    expected: ['yours: Build arguments changed: V'],
  },
  {
    name: 'RUN with a build argument out of scope',
    before: [layer(5, run, 'a', [line(4, 'ARG V=1', '', '1')])],
    after: [layer(5, run, 'bb', [line(4, 'ARG V=1', '', '1')])],
    buildArgs: [{ X: '0001' }, { X: '0002' }],
    expected: ['drift: RUN line 5 unchanged, +1 kB'],
  },
  {
    name: 'RUN with build arguments that are not known',
    before: [layer(5, run, 'a', [line(4, 'ARG V=1', '', '1')])],
    after: [layer(5, run, 'b', [line(4, 'ARG V=1', '', '1')])],
    expected: ['yours?: Assumed: it is not known which build arguments there were'],
  },
  {
    name: 'RUN with a bind mount of files that changed',
    before: [layer(5, 'RUN --mount=target=/x make', 'a', [line(5, 'RUN --mount=target=/x make', 'files:1', '1')])],
    after: [layer(5, 'RUN --mount=target=/x make', 'b', [line(5, 'RUN --mount=target=/x make', 'files:2', '1')])],
    expected: ['yours: Files taken in by Dockerfile:5 changed'],
  },
  {
    name: 'RUN after a COPY that changed',
    before: [layer(4, 'COPY . .', 'a'), layer(5, run, 'a')],
    after: [layer(4, 'COPY . .', 'b'), layer(5, run, 'b')],
    expected: [
      'yours: Files of the build context changed: COPY line 4',
      'yours?: Assumed: the line is unchanged, but COPY line 4 changed and it runs on it',
    ],
  },
  {
    name: 'RUN with a mounted image that moved',
    before: [
      layer(5, 'RUN --mount=from=a,target=/a x', 'a', [line(5, 'RUN --mount=from=a,target=/a x', digests.old, '1')]),
    ],
    after: [
      layer(5, 'RUN --mount=from=a,target=/a x', 'b', [line(5, 'RUN --mount=from=a,target=/a x', digests.new, '1')]),
    ],
    expected: [`base: RUN --mount=from=a,target=/a x: digest ${shortDigests}`],
  },
  {
    name: 'RUN with a mounted image that moved, after a COPY that changed',
    before: [
      layer(4, 'COPY . .', 'a'),
      layer(5, 'RUN --mount=from=a x', 'a', [line(5, 'RUN --mount=from=a x', digests.old, '1')]),
    ],
    after: [
      layer(4, 'COPY . .', 'b'),
      layer(5, 'RUN --mount=from=a x', 'b', [line(5, 'RUN --mount=from=a x', digests.new, '1')]),
    ],
    expected: [
      'yours: Files of the build context changed: COPY line 4',
      'yours?: Assumed: the line is unchanged, but COPY line 4 changed and it runs on it',
    ],
  },
  {
    name: 'RUN before a COPY that changed',
    before: [layer(4, run, 'a'), layer(5, 'COPY . .', 'a')],
    after: [layer(4, run, 'bb'), layer(5, 'COPY . .', 'b')],
    expected: ['drift: RUN line 4 unchanged, +1 kB', 'yours: Files of the build context changed: COPY line 5'],
  },
  {
    name: 'RUN after a line that is gone',
    before: [layer(4, 'WORKDIR /x', 'a'), layer(5, run, 'a')],
    after: [layer(4, run, 'b')],
    expected: [
      'yours?: Assumed: the line is unchanged, but WORKDIR line 4 changed and it runs on it',
      'yours: WORKDIR line 4 removed',
    ],
  },
  {
    name: 'RUN before a line that is gone',
    before: [layer(4, run, 'a'), layer(5, 'WORKDIR /x', 'a')],
    after: [layer(4, run, 'bb')],
    expected: ['drift: RUN line 4 unchanged, +1 kB', 'yours: WORKDIR line 5 removed'],
  },
  {
    name: 'COPY --from after a COPY that changed',
    before: [layer(4, 'COPY . .', 'a'), layer(6, copy, 'a', [make])],
    after: [layer(4, 'COPY . .', 'b'), layer(6, copy, 'bb', [make])],
    expected: ['yours: Files of the build context changed: COPY line 4', 'drift: COPY line 6 unchanged, +1 kB'],
  },
  {
    name: 'lines that changed places',
    before: [layer(4, 'RUN one', 'a'), layer(5, 'RUN two', 'a')],
    after: [layer(4, 'RUN two', 'b'), layer(5, 'RUN one', 'b')],
    expected: Array(2).fill('yours?: Assumed: the line is unchanged, but runs in another order'),
  },
  {
    name: 'RUN on a new base image',
    before: [base(from, 'a'), layer(5, run, 'a')],
    after: [base(from, 'bb'), layer(5, run, 'bb')],
    expected: [
      'base: FROM python:3.12-slim unchanged, +1 kB',
      'drift: RUN line 5 unchanged, +1 kB; it ran on a new base image',
    ],
  },
  {
    name: 'RUN on another FROM',
    before: [base('FROM python:3.11', 'a'), layer(5, run, 'a')],
    after: [base('FROM python:3.12', 'b'), layer(5, run, 'b')],
    expected: [
      'yours: `FROM python:3.11` → `FROM python:3.12`, 0 B',
      'yours?: Assumed: the line is unchanged, but FROM line 1 changed and it runs on it',
    ],
  },
  {
    name: 'a trigger of the base image',
    before: [layer(1, from, 'a')],
    after: [layer(1, from, 'b')],
    expected: ['yours?: Assumed: ONBUILD of the base image made it, by FROM line 1'],
  },
];

const shown = ({ change: { cause, evidence, assumed } }: Row) => `${cause}${assumed ? '?' : ''}: ${evidence}`;

describe('assignCauses', () => {
  it.each(cases)('$name', ({ before, after, buildArgs = [null, null], expected }) => {
    const [old, current] = [before, after].map((layers, side) =>
      measurementOf([...layers], { buildArgs: buildArgs[side] ?? null }),
    ) as [Measurement, Measurement];
    expect(rowsOf(old, current).map(shown)).toEqual(expected);
  });

  const withChildren = (row: Row, children: Change[]): Row => ({ ...row, change: { ...row.change, children } });
  const packageRow = (name: string, bytes: number, over: Partial<Change['package'] & object> = {}): Change => ({
    ...{ kind: 'package', label: name, location: null, before: null, after: null },
    delta: { diskBytes: bytes, downloadBytes: Math.round(bytes / 2) },
    ...{
      cause: 'yours',
      evidence: null,
      assumed: true,
      movedFrom: null,
      movedTo: null,
      storedAgain: false,
      children: [],
    },
    package: { manager: 'dpkg', name, before: '1', after: '2', direction: 'upgraded', ...over },
  });

  it.each([
    ['disk', 'RUN line 5 unchanged; libssl3 1 → 2, +400 kB; curl added, -300 kB'],
    ['download', 'RUN line 5 unchanged; libssl3 1 → 2, ~+200 kB; curl added, ~-150 kB'],
  ] as const)('names the packages that matter most, by %s size; rows below inherit', (metric, evidence) => {
    const [old, current] = [layer(5, run, 'a'), layer(5, run, 'b')].map((only) => bare(measurementOf([only]))) as [
      Side,
      Side,
    ];
    const children = [
      packageRow('zlib', 1),
      packageRow('curl', -300_000, { direction: 'added', before: null }),
      packageRow('libssl3', 400_000),
    ];
    const rows = compareSides(old, current, metric).rows.map((row) => withChildren(row, children));
    const [row] = assignCauses(rows, old, current, metric);
    expect(row?.change).toMatchObject({ cause: 'drift', evidence, assumed: false });
    expect(row?.change.children.map(({ cause, evidence, assumed }) => [cause, evidence, assumed])).toEqual(
      Array(3).fill(['drift', null, false]),
    );
  });

  describe('knows by the files whether an earlier line brought others', () => {
    const entry = (over: Partial<Entry> = {}): Entry => ({
      ...{ path: 'app/x', kind: 'file', size: 1, hash: 'aa', mode: 0o644, uid: 0, gid: 0, link: null },
      ...over,
    });
    const index = (diffId: string, entries: readonly Entry[]): LayerIndex => ({
      diffId: diffId as Digest,
      ...{ diskBytes: 1, files: 1, entries, collected: null },
    });
    const [copied, again] = [layer(4, 'COPY . .', 'a'), layer(4, 'COPY . .', 'b')];
    const [ran, ranAgain] = [layer(5, run, 'a'), layer(5, run, 'bb')];

    it.each<[string, readonly Entry[] | null, string]>([
      ['the same', [entry()], 'drift'],
      ['other content', [entry({ hash: 'bb' })], 'yours'],
      ['another mode', [entry({ mode: 0o755 })], 'yours'],
      ['another name', [entry({ path: 'app/y' })], 'yours'],
      ['one more', [entry(), entry({ path: 'app/y', size: 0 })], 'yours'],
      ['not known', null, 'yours'],
    ])('%s', (_, entries, cause) => {
      const old = bare(measurementOf([copied, ran]), [index(copied.diffId, [entry()])]);
      const current = bare(measurementOf([again, ranAgain]), entries === null ? [] : [index(again.diffId, entries)]);
      const rows = assignCauses(compareSides(old, current, 'disk').rows, old, current, 'disk');
      expect(rows.map(({ change }) => change.cause)).toEqual([cause, cause]);
    });
  });
});

describe('sumCauses', () => {
  it('adds up to the difference, by either metric', () => {
    fc.assert(
      fc.property(anyMeasurement, anyMeasurement, (before, after) => {
        const rows = rowsOf(before, after);
        const { yours, base: ofBase, drift } = sumCauses(rows);
        const { diskBytes, downloadBytes } = [yours, ofBase, drift].reduce(addSizes);
        const { delta } = compareSides(bare(before), bare(after), 'disk');
        expect({ diskBytes, downloadBytes }).toEqual({
          diskBytes: delta.diskBytes,
          downloadBytes: delta.downloadBytes,
        });
      }),
    );
  });

  it('is nothing for an image and itself', () => {
    fc.assert(
      fc.property(anyMeasurement, (image) => {
        const causes = sumCauses(rowsOf(image, image));
        for (const { diskBytes, downloadBytes } of Object.values(causes)) {
          expect(diskBytes).toBe(0);
          expect(downloadBytes ?? 0).toBe(0);
        }
      }),
    );
  });

  it('does not know what a cause brought where a part is not known', () => {
    const unknown = { ...layer(4, 'COPY . .', 'b'), downloadBytes: null };
    const before = measurementOf([layer(4, 'COPY . .', 'a'), layer(5, run, 'a')]);
    const causes = sumCauses(rowsOf(before, measurementOf([unknown, layer(5, run, 'b')])));
    expect(causes).toEqual({
      yours: { diskBytes: 0, downloadBytes: null },
      base: { diskBytes: 0, downloadBytes: 0 },
      drift: { diskBytes: 0, downloadBytes: 0 },
    });
  });
});
