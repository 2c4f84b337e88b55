import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, instructionOf } from '../../src/analysis/attribution.ts';
import { parseProvenance } from '../../src/build/provenance.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { LayerAttribution } from '../../src/model/attribution.ts';
import type { HistoryEntry, ImageConfig } from '../../src/model/image.ts';

const fixtures = join(__dirname, '..', 'build', 'fixtures');
const example = readFileSync(join(fixtures, 'Dockerfile'), 'utf8');
const provenance = parseProvenance(JSON.parse(readFileSync(join(fixtures, 'containerd.json'), 'utf8')), 11);

const layer = (createdBy: string): HistoryEntry => ({ createdBy, emptyLayer: false });
const empty = (createdBy: string): HistoryEntry => ({ createdBy, emptyLayer: true });
const config = (history: readonly HistoryEntry[]): ImageConfig => ({
  ...{ os: 'linux', architecture: 'amd64', variant: null, created: null, user: '', diffIds: [] },
  history,
});

/** As Docker 28.5 wrote it for the example. */
const exampleHistory = [
  layer(''),
  layer('RUN /bin/sh -c echo base > /base # buildkit'),
  layer('RUN /bin/sh -c echo more > /more # buildkit'),
  empty('ARG VERSION=build-arg-value'),
  layer('RUN |1 VERSION=build-arg-value /bin/sh -c echo same > /same # buildkit'),
  layer('RUN |1 VERSION=build-arg-value /bin/sh -c echo "$VERSION"   > /version &&   echo two > /second # buildkit'),
  layer('WORKDIR /app'),
  layer('COPY /built /app/built # buildkit'),
  layer('COPY hello.txt /app/hello.txt # buildkit'),
  layer('RUN |1 VERSION=build-arg-value /bin/sh -c set -e\necho one > /one\n # buildkit'),
  layer('RUN |1 VERSION=build-arg-value /bin/sh -c true # buildkit'),
  empty('ENV A=b'),
  layer('COPY <<A <<B /texts/ # buildkit'),
  empty('CMD ["cat" "/one"]'),
];

const expected = [
  ...Array.from({ length: 3 }, () => ['base', `FROM $\{BASE} AS app`, '8-8', 'app']),
  ['own', 'RUN echo same > /same', '10-10', 'app'],
  ['own', 'RUN echo "$VERSION" > /version && echo two > /second', '11-15', 'app'],
  ['own', 'WORKDIR /app', '16-16', 'app'],
  ['own', 'COPY --from=tools /built /app/built', '17-17', 'app'],
  ['own', 'COPY --link hello.txt /app/hello.txt', '18-18', 'app'],
  ['own', 'RUN <<EOF', '19-22', 'app'],
  ['own', 'RUN true', '23-23', 'app'],
  ['own', 'COPY <<A <<B /texts/', '26-30', '2'],
];

const shown = (layers: readonly LayerAttribution[]) =>
  layers.map(({ origin, instruction, location }) => [
    ...[origin, instruction, location && `${location.firstLine}-${location.lastLine}`, location?.stage ?? null],
  ]);
const fromHistory = (
  history: readonly HistoryEntry[],
  dockerfile: string | null,
  target: string | null = null,
  buildArgs: readonly string[] | null = [],
) =>
  attribute({
    config: config(history),
    provenance: null,
    dockerfile: dockerfile === null ? null : parseDockerfile('Dockerfile', dockerfile),
    target,
    buildArgs,
    layerCount: history.filter(({ emptyLayer }) => !emptyLayer).length,
  });

describe('attribute', () => {
  const dockerfile = parseDockerfile('app/Dockerfile', example);
  const input = { config: config(exampleHistory), provenance, dockerfile, target: null, layerCount: 11, buildArgs: [] };

  it('takes the lines of provenance, in the stages of the target', () => {
    const layers = attribute(input);
    expect(shown(layers)).toEqual(expected);
    expect(new Set(layers.map(({ attribution }) => attribution))).toEqual(new Set(['provenance']));
    expect(layers[4]?.location?.file).toBe('app/Dockerfile');
  });

  it('finds the same by history', () => {
    const layers = attribute({ ...input, provenance: null });
    expect(shown(layers)).toEqual(expected);
    expect(new Set(layers.map(({ attribution }) => attribution))).toEqual(new Set(['history']));
  });

  it('needs no Dockerfile beside provenance', () => {
    const layers = attribute({ ...input, dockerfile: null });
    expect(shown(layers)).toEqual(expected);
    expect(layers[0]?.location?.file).toBe('Dockerfile');
  });

  it('believes what was built where the file is another by now', () => {
    const other = parseDockerfile('app/Dockerfile', `# new\n${example}`);
    const layers = attribute({ ...input, dockerfile: other });
    expect(shown(layers)).toEqual(expected);
    expect(layers[0]?.location?.file).toBe('app/Dockerfile');
  });

  it('leaves provenance aside that covers another number of layers', () => {
    const history = [layer('RUN /bin/sh -c one # buildkit')];
    const layers = attribute({ ...input, config: config(history), layerCount: 1 });
    expect(layers).toEqual([{ origin: null, instruction: 'RUN one', location: null, attribution: 'history' }]);
  });

  it('knows the origin where provenance names no line', () => {
    const layers = [{ origin: 'base' as const, places: [] }];
    const bare = { dockerfile: null, layers, bases: [] };
    expect(attribute({ ...input, provenance: bare, dockerfile: null, layerCount: 1 })).toEqual([
      { origin: 'base', instruction: null, location: null, attribution: 'provenance' },
    ]);
  });
});

describe('attribute by history', () => {
  const base = [layer('/bin/sh -c #(nop) ADD file:1 in / '), empty('/bin/sh -c #(nop)  CMD ["bash"]')];

  it('stops where ONBUILD triggers stand between, and claims no more', () => {
    const history = [...base, layer('RUN /bin/sh -c trigger # buildkit'), layer('RUN /bin/sh -c one # buildkit')];
    expect(shown(fromHistory(history, 'FROM a\nUSER x\nRUN one'))).toEqual([
      [null, 'ADD file:1 in /', null, null],
      [null, 'RUN trigger', null, null],
      ['own', 'RUN one', '3-3', '0'],
    ]);
  });

  it.each([
    ['another command', 'FROM a\nRUN other'],
    ['another instruction', 'FROM a\nCOPY a b'],
    ['an instruction without a layer', 'FROM a\nUSER one'],
  ])('does not believe %s', (_, dockerfile) => {
    const history = [...base, layer('RUN /bin/sh -c one # buildkit')];
    expect(shown(fromHistory(history, dockerfile))).toEqual([
      [null, 'ADD file:1 in /', null, null],
      [null, 'RUN one', null, null],
    ]);
  });

  it('goes through the target stage and those below it', () => {
    const history = [
      ...base,
      layer('RUN /bin/sh -c one # buildkit'),
      empty('USER x'),
      layer('RUN /bin/sh -c two # buildkit'),
    ];
    const dockerfile =
      'FROM a AS low\nONBUILD RUN later\nRUN one\nFROM z AS other\nRUN no\nFROM low AS top\nUSER x\nRUN two\nFROM other';
    expect(shown(fromHistory(history, dockerfile, 'top'))).toEqual([
      ['base', 'FROM a AS low', '1-1', 'low'],
      ['own', 'RUN one', '3-3', 'low'],
      ['own', 'RUN two', '8-8', 'top'],
    ]);
  });

  it.each([
    ["the classic builder's", '/bin/sh -c one', 'RUN one'],
    ["the classic builder's with build arguments", '|1 A=secret /bin/sh -c one', 'RUN one'],
    ['exec form', 'RUN one two # buildkit', 'RUN ["one", "two"]'],
    ['mounts', 'RUN /bin/sh -c one # buildkit', 'RUN --mount=type=cache,target=/x one'],
    ['another shell', 'RUN /bin/bash -o pipefail -c one | two # buildkit', 'RUN one | two'],
    [
      'a script with a first line of its own',
      'RUN /bin/sh -c /dev/pipes/EOF # buildkit',
      'RUN <<EOF\n#!/bin/env x\nEOF',
    ],
    ['input of a shell', 'RUN /bin/sh -c bash <<EOF\necho\nEOF # buildkit', 'RUN bash <<EOF\necho\nEOF'],
  ])('reads a RUN of %s', (_, createdBy, instruction) => {
    expect(shown(fromHistory([...base, layer(createdBy)], `FROM a\n${instruction}`))[1]?.[0]).toBe('own');
  });

  it.each([
    ['always a layer', layer('WORKDIR /x')],
    ['none', empty('WORKDIR /x')],
  ])('takes a WORKDIR that makes %s', (_, entry) => {
    const layers = fromHistory([...base, layer('RUN /bin/sh -c one # buildkit'), entry], 'FROM a\nRUN one\nWORKDIR /x');
    expect(layers.map(({ origin }) => origin)).toEqual(['base', 'own', ...(entry.emptyLayer ? [] : ['own'])]);
  });

  it.each([
    ['ARG', empty('ARG A=1 B'), 'ARG A=default B'],
    ['ENV', empty('ENV X=1 Y=d e Z=a b'), 'ENV X=1 Y="d e" Z=a\\ b'],
    ['ENV of old', empty('ENV OLD=style value'), 'ENV OLD style value'],
    ['ENV with a variable', empty('ENV A=1.2'), 'ENV A=$VERSION'],
    ['LABEL', empty('LABEL k=v w q r=s'), 'LABEL k="v w" "q r"=s'],
    ['EXPOSE', empty('EXPOSE [80/tcp 90/udp 91/udp]'), 'EXPOSE 80 90-91/udp'],
    ['USER', empty('USER nobody'), 'USER "nobody"'],
    ['WORKDIR', layer('WORKDIR /a/x'), 'WORKDIR ./rel/../x/'],
    ['COPY', layer('COPY --chown=me a b /with space/ # buildkit'), 'COPY --chown=me ["a", "b", "/with space/"]'],
    ['COPY of a text', layer('COPY <<A <<B /texts/ # buildkit'), "COPY <<-'A' <<B /texts/\nA\nB"],
    ["the classic builder's COPY", layer('/bin/sh -c #(nop) COPY file:123 in /x '), 'COPY a /x'],
    ['VOLUME', empty('VOLUME [/u /t]'), 'VOLUME /u /t'],
    ['HEALTHCHECK', empty('HEALTHCHECK &{["CMD-SHELL" "a \\"x y\\""] "5s"}'), 'HEALTHCHECK --interval=5s CMD a "x y"'],
    ['SHELL', empty('SHELL [/bin/sh -c]'), 'SHELL ["/bin/sh", "-c"]'],
    ['CMD', empty('CMD ["/bin/sh" "-c" "echo \\"hi there\\" \'q\'"]'), 'CMD echo "hi there" \'q\''],
  ])('recognises what was resolved: %s', (_, entry, instruction) => {
    const history = [...base, layer('RUN /bin/sh -c one # buildkit'), entry];
    expect(shown(fromHistory(history, `FROM a\nRUN one\n${instruction}`))[1]).toEqual(['own', 'RUN one', '2-2', '0']);
  });

  it.each([
    ['a command', empty('CMD ["bash"]'), 'CMD ["sh"]'],
    ['a user', empty('USER nobody'), 'USER other'],
    ['a target', layer('COPY a /b # buildkit'), 'COPY a /c'],
    ['a folder', layer('WORKDIR /a/b'), 'WORKDIR c'],
    ['an argument', empty('ARG A=1'), 'ARG B=1'],
  ])('does not believe %s that is another', (_, entry, instruction) => {
    const history = [...base, layer('RUN /bin/sh -c one # buildkit'), entry];
    expect(shown(fromHistory(history, `FROM a\nRUN one\n${instruction}`))[1]?.[0]).toBeNull();
  });

  describe('of a build that is not known', () => {
    const history = [...base, layer('RUN /bin/sh -c one # buildkit'), empty('CMD ["x"]')];
    const origins = (dockerfile: string) => fromHistory(history, dockerfile, null, null).map(({ origin }) => origin);

    it.each<[string, string, readonly (string | null)[]]>([
      ['all that is its own', 'FROM a\nRUN one\nCMD ["x"]', ['base', 'own']],
      ['no layer, which others may have in common', 'FROM a\nCMD ["x"]', [null, null]],
      ['nothing', 'FROM a', [null, null]],
      ['a version by an argument', 'ARG V=1\nFROM x AS other\nFROM a:$V\nRUN one\nCMD ["x"]', ['base', 'own']],
      ['an argument that may be a stage', 'ARG B=z\nFROM x AS y\nFROM $B\nRUN one\nCMD ["x"]', [null, 'own']],
      ['a part that may be of a stage', `ARG B=z\nFROM x AS my-y\nFROM my-$\{B}\nRUN one\nCMD ["x"]`, [null, 'own']],
      ['a part that is of no stage', `ARG B=z\nFROM x AS my-y\nFROM $\{B}:1\nRUN one\nCMD ["x"]`, ['base', 'own']],
      ['an argument before any stage', 'ARG B=z\nFROM $B\nRUN one\nCMD ["x"]', ['base', 'own']],
    ])('finds %s', (_, dockerfile, expected) => {
      expect(origins(dockerfile)).toEqual(expected);
    });
  });

  it('knows nothing where history and layers do not go together', () => {
    const input = {
      config: config(base),
      provenance: null,
      dockerfile: null,
      target: null,
      layerCount: 3,
      buildArgs: [],
    };
    const unknown = { origin: null, instruction: null, location: null, attribution: 'none' };
    expect(attribute(input)).toEqual([unknown, unknown, unknown]);
  });

  it('takes the text alone without a Dockerfile', () => {
    expect(fromHistory([layer(''), layer('COPY a /b # buildkit')], null)).toEqual([
      { origin: null, instruction: null, location: null, attribution: 'none' },
      { origin: null, instruction: 'COPY a /b', location: null, attribution: 'history' },
    ]);
  });
});

describe('instructionOf', () => {
  it.each([
    ['BuildKit', 'RUN /bin/sh -c apt-get update   && ls # buildkit', 'RUN apt-get update && ls'],
    ['build arguments', 'RUN |2 A=x B=y z /bin/sh -c make # buildkit', 'RUN make'],
    ['build arguments and an unknown shell', 'RUN |1 A=secret /usr/bin/python -m x # buildkit', 'RUN'],
    ['fewer arguments than said', 'RUN |3 A=secret /bin/sh -c x # buildkit', 'RUN'],
    ['no build arguments', 'RUN |0 /bin/sh -c make # buildkit', 'RUN make'],
    ['options of the shell', 'RUN |1 A=b /bin/bash -eo pipefail -c make # buildkit', 'RUN make'],
    ['PowerShell', 'RUN powershell -Command Get-Thing # buildkit', 'RUN Get-Thing'],
    ['the exec form', 'RUN one two # buildkit', 'RUN one two'],
    ['the classic builder', '/bin/sh -c make', 'RUN make'],
    ['its metadata', '/bin/sh -c #(nop) WORKDIR /x', 'WORKDIR /x'],
    ['its metadata with build arguments', '|1 A=secret /bin/sh -c #(nop) COPY file:1 in / ', 'COPY file:1 in /'],
    ['an ARG', 'ARG A=secret', 'ARG A'],
    ['an ARG without a value', 'ARG A', 'ARG A'],
    ['something else', 'bazel build ...', 'bazel build ...'],
    ['several lines', 'RUN /bin/sh -c set -e\nls\n # buildkit', 'RUN set -e ls'],
    ['nothing', ' ', null],
  ])('%s', (_, createdBy, expected) => {
    expect(instructionOf(createdBy)).toBe(expected);
  });

  it.each([
    ['blanks', ' '.repeat(50_000)],
    ['shells', `RUN |1 A=${' sh -x'.repeat(20_000)}`],
    ['equal signs', `RUN |9 ${' A='.repeat(20_000)}`],
    ['one long word', `|1 ${'sh'.repeat(50_000)}`],
  ])('is quick on %s', (_, createdBy) => {
    const before = performance.now();
    instructionOf(createdBy);
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});
