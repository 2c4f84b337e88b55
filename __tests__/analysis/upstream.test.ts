import * as fc from 'fast-check';
import { briefSum } from '../../src/analysis/brief-sum.ts';
import { findUpstream, sumBuildArgs } from '../../src/analysis/upstream.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { LayerAttribution } from '../../src/model/attribution.ts';
import type { BaseImage } from '../../src/model/measurement.ts';
import { digestOf } from '../support/measurements.ts';

const braced = (inside: string) => `$\{${inside}}`;

/** The layer that the instruction on a line of a stage made. */
const madeBy = (firstLine: number, stage: string): LayerAttribution => ({
  ...{ origin: 'own', instruction: 'any', attribution: 'provenance' },
  location: { file: 'Dockerfile', firstLine, lastLine: firstLine, stage },
});

const golang: BaseImage = { reference: 'golang:1.22', digest: digestOf('golang') };
const debian: BaseImage = { reference: 'debian:latest', digest: digestOf('debian') };
const pinned = digestOf('pinned');

interface Options {
  readonly buildArgs?: readonly string[] | null;
  readonly bases?: readonly BaseImage[] | null;
}

/** The upstream of the last instruction's layer; what a line takes from the context stands for its sum. */
async function upstreamOf(text: string, { buildArgs = [], bases = [golang, debian] }: Options = {}) {
  const dockerfile = parseDockerfile('Dockerfile', text);
  const stage = dockerfile.stages.at(-1);
  const line = stage?.instructions.at(-1)?.range.firstLine ?? 0;
  const attributions = [madeBy(line, stage?.name ?? String(stage?.index))];
  const sumFiles = async (paths: readonly string[]) => (paths.includes('unknown') ? null : paths.join('+'));
  const [lines] = await findUpstream({ dockerfile, attributions, buildArgs, bases, sumFiles });
  return lines ?? null;
}

const digests = { [golang.digest]: 'golang', [debian.digest]: 'debian', [pinned]: 'pinned' };
const readable = (content: string | null) =>
  content?.replace(/sha256:\w+/g, (digest) => digests[digest as keyof typeof digests] ?? digest) ?? null;

/** Line, stage, and what it took. */
const shown = async (lines: readonly string[], options?: Options) =>
  (await upstreamOf(lines.join('\n'), options))?.map(({ location: { firstLine, stage }, content }) =>
    [firstLine, stage ?? '', readable(content) ?? '?'].join(' ').trim(),
  );

const heredoc = (...lines: string[]) => `files:${briefSum(lines.join('\n'))}`;

describe('findUpstream', () => {
  const cases: [string, readonly string[], readonly string[], Options?][] = [
    ['RUN with nothing before it', ['FROM debian', 'RUN make'], []],
    ['a base image', ['FROM debian'], ['1 0 debian']],
    ['a base image without provenance', ['FROM debian'], ['1 0 ?'], { bases: null }],
    ['a base image by its full name', ['FROM docker.io/library/debian:latest'], ['1 0 debian']],
    ['a base image by its digest', [`FROM elsewhere@${pinned}`], ['1 0 pinned'], { bases: null }],
    [
      'a base image under two digests',
      ['FROM --platform=$BUILDPLATFORM golang:1.22'],
      [`1 0 ${[golang.digest, debian.digest].sort().map(readable).join(' ')}`],
      { bases: [golang, { ...golang, digest: debian.digest }] },
    ],
    ['no base image', ['FROM scratch'], []],
    [
      'a base image by an argument, with what that is made of',
      ['ARG OTHER=1', 'ARG V=1.22', `ARG BASE=golang:${braced('V')}`, 'FROM $BASE'],
      ['2', '3', '4 0 golang'],
    ],
    [
      'a base image by a build argument',
      ['ARG BASE', 'FROM $BASE'],
      ['1', '2 0 debian'],
      { buildArgs: ['BASE=debian'] },
    ],
    ['a base image by an argument that is not known', ['ARG BASE', 'FROM $BASE'], ['1', '2 0 ?']],
    [
      'RUN: the settings before it',
      ['FROM debian', 'ENV A=1', 'ARG B', 'SHELL ["/bin/bash","-c"]', 'USER x', 'WORKDIR /', 'LABEL a=b', 'RUN x'],
      ['2 0', '3 0', '4 0', '5 0', '6 0'],
    ],
    ['RUN: no settings behind it', ['FROM a AS x', 'RUN x', 'FROM debian', 'RUN y'], []],
    [
      'RUN: settings of the stage that it is built on',
      ['FROM debian AS base', 'ENV A=1', 'FROM debian AS other', 'ENV B=1', 'FROM base', 'RUN x'],
      ['2 base'],
    ],
    [
      'RUN: a global argument that its stage takes up',
      ['ARG V=1', 'ARG W=1', 'FROM debian', 'ARG V', 'RUN x'],
      ['1', '4 0'],
    ],
    ['RUN: a global argument that its stage gives a default', ['ARG V=1', 'FROM debian', 'ARG V=2', 'RUN x'], ['3 0']],
    [
      'COPY: only what it names',
      ['FROM debian', 'ENV A=1', 'ENV B=$A', 'ENV C=1', 'USER x', `COPY x /${braced('B')}`],
      ['2 0', '3 0'],
    ],
    ['COPY of local files: the layer shows them', ['FROM debian', 'COPY . .'], []],
    ['ADD of a URL', ['FROM debian', 'ADD https://example.com/a /a'], []],
    [
      'COPY from a stage: all that writes its files',
      [
        'FROM golang:1.22 AS builder',
        'WORKDIR /src',
        'COPY go.mod go.sum ./',
        'RUN go mod download',
        'LABEL a=b',
        'ADD https://example.com/a b /a',
        'ENTRYPOINT ["x"]',
        'FROM debian',
        'COPY --from=builder /a /a',
      ],
      ['1 builder golang', '2 builder', '3 builder files:go.mod+go.sum', '4 builder', '6 builder files:b'],
    ],
    [
      'COPY from a stage by its number, in other letters',
      ['FROM golang:1.22 AS Builder', 'FROM debian', 'COPY --from=0 /a /a'],
      ['1 builder golang'],
    ],
    [
      'COPY from a stage that copies from others and is built on one: each once',
      [
        'FROM golang:1.22 AS deps',
        'RUN deps',
        'FROM deps AS tools',
        'RUN tools',
        'FROM tools AS build',
        'COPY --from=deps /a /a',
        'COPY --from=tools /b /b',
        'FROM debian',
        'COPY --from=build /a /a',
      ],
      ['1 deps golang', '2 deps', '3 tools', '4 tools', '5 build', '6 build', '7 build'],
    ],
    [
      "COPY from a stage: arguments of the stage's FROM",
      ['ARG V=1.22', 'ARG W=1', 'FROM golang:$V AS b', 'FROM debian', 'COPY --from=b /a /a'],
      ['1', '3 b golang'],
    ],
    [
      'paths by variables',
      [
        'ARG G=global',
        'FROM debian AS b',
        'ARG A=default',
        'ARG N=default',
        'ARG G',
        'ENV N=env',
        `COPY $A ${braced('N')} $G /a`,
        'FROM debian',
        'COPY --from=b /a /a',
      ],
      ['1', '2 b debian', '3 b', '4 b', '5 b', '6 b', '7 b files:given+env+global'],
      { buildArgs: ['A=given'] },
    ],
    [
      'paths by variables that a base image may set',
      ['FROM debian AS b', 'COPY $HOME /a', 'FROM debian', 'COPY --from=b /a /a'],
      ['1 b debian', '2 b ?'],
    ],
    [
      'paths by more than we expand',
      ['FROM debian AS b', 'ARG A=x', `COPY ${braced('A%x')} /a`, 'FROM debian', 'COPY --from=b /a /a'],
      ['1 b debian', '2 b', '3 b ?'],
    ],
    [
      'files that are left out',
      ['FROM debian AS b', 'COPY --exclude=*.md . /a', 'FROM debian', 'COPY --from=b /a /a'],
      ['1 b debian', '2 b ?'],
    ],
    [
      'files that are not known',
      ['FROM debian AS b', 'COPY unknown /a', 'FROM debian', 'COPY --from=b /a /a'],
      ['1 b debian', '2 b ?'],
    ],
    ['COPY from an image', ['FROM scratch', 'COPY --from=golang:1.22 /a /a'], ['2 0 golang']],
    ['COPY from an image by a variable', ['FROM scratch', 'COPY --from=$X /a /a'], ['2 0 ?']],
    ['RUN with a bind mount of the context', ['FROM debian', 'RUN --mount=target=/x make'], ['2 0 files:.']],
    [
      'RUN with mounts of all kinds',
      [
        'FROM golang:1.22 AS b',
        'FROM debian',
        'RUN --mount=type=bind,from=b,source=/a,target=/a --mount=type=bind,src=x,target=/x --mount=type=cache,target=/c --mount=type=secret,id=s --mount=type=tmpfs,target=/t --mount=type=bind,from=debian,target=/d make',
      ],
      ['1 b golang', '3 1 files:x debian'],
    ],
    [
      'RUN with a here-document',
      ['FROM debian', 'RUN <<EOF', 'make', 'EOF'],
      [`2 0 ${heredoc('RUN <<EOF', 'make', 'EOF')}`],
    ],
    [
      'COPY of a here-document',
      ['FROM debian', 'COPY <<-"A" /a', 'a', 'A'],
      [`2 0 ${heredoc('COPY <<-"A" /a', 'a', 'A')}`],
    ],
    [
      'COPY of a here-document and a file, in a stage',
      ['FROM debian AS b', 'COPY x <<A /a/', 'a', 'A', 'FROM debian', 'COPY --from=b /a /a'],
      ['1 b debian', `2 b files:x ${heredoc('COPY x <<A /a/', 'a', 'A')}`],
    ],
    ['a stage of its own name', ['FROM debian AS debian', 'COPY --from=debian /a /a'], ['2 debian debian']],
  ];
  it.each(cases.map(([name, lines, expected, options]) => ({ name, lines, expected, options })))(
    '$name',
    async ({ lines, expected, options }) => {
      expect(await shown(lines, options)).toEqual(expected);
    },
  );

  it('is not known where the build is not', async () => {
    expect(await upstreamOf('FROM debian\nRUN x', { buildArgs: null })).toBeNull();
  });

  const at = (text: string, ...attributions: LayerAttribution[]) =>
    findUpstream({
      ...{ dockerfile: parseDockerfile('Dockerfile', text), attributions, buildArgs: [], bases: [] },
      sumFiles: async () => null,
    });

  it.each<[string, LayerAttribution]>([
    ['no line', { ...madeBy(1, '0'), location: null }],
    ['another stage', madeBy(2, 'other')],
    ['a line that is no instruction', madeBy(7, '0')],
  ])('is not known for a layer of %s', async (_, attribution) => {
    expect(await at('FROM debian\nRUN x', attribution)).toEqual([null]);
  });

  it('gives up on more lines than anyone writes', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => `ENV A${index}=1`).join('\n');
    expect(await at(`FROM debian\n${many}\nRUN x`, madeBy(2002, '0'))).toEqual([null]);
  });

  it('gives up on more text than a measurement can hold', async () => {
    const text = `FROM debian\nENV A=${'x'.repeat(600_000)}\nRUN x\nRUN y`;
    const found = await at(text, madeBy(3, '0'), madeBy(4, '0'));
    expect(found.map((lines) => lines?.length ?? null)).toEqual([1, null]);
  });

  it('reads a file once for all layers', async () => {
    const read: string[] = [];
    const dockerfile = parseDockerfile(
      'Dockerfile',
      'FROM debian AS b\nCOPY x /x\nFROM debian\nCOPY --from=b /a /a\nCOPY --from=b /b /b',
    );
    const attributions = [madeBy(4, '1'), madeBy(5, '1')];
    const sumFiles = async (paths: readonly string[]) => {
      read.push(...paths);
      return 'sum';
    };
    await findUpstream({ dockerfile, attributions, buildArgs: [], bases: [], sumFiles });
    expect(read).toEqual(['x']);
  });

  it('takes any text', async () => {
    const word = fc.constantFrom(
      'FROM',
      'COPY',
      'RUN',
      'ARG',
      'ENV',
      'a',
      'AS',
      '--from=a',
      '--from=0',
      '$A',
      '<<E',
      '\n',
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    await fc.assert(fc.asyncProperty(text, async (any) => void (await upstreamOf(any))));
  });
});

describe('sumBuildArgs', () => {
  it('does not tell a value, but that it changed', () => {
    const sums = sumBuildArgs(['A=one', 'B=one', 'A=two=2', 'C']);
    expect(sums).toEqual({ A: briefSum('A', 'two=2'), B: briefSum('B', 'one') });
    expect(Object.values(sums ?? {}).every((sum) => /^[0-9a-f]{4}$/.test(sum))).toBe(true);
    expect(sums?.A).not.toBe(sumBuildArgs(['A=one'])?.A);
  });
  it('is not known where the build is not', () => {
    expect(sumBuildArgs(null)).toBeNull();
  });
});

describe('briefSum', () => {
  it('keeps texts apart', () => {
    expect(briefSum('ab', 'c')).not.toBe(briefSum('a', 'bc'));
  });
});
