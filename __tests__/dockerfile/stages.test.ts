import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain, targetStage } from '../../src/dockerfile/stages.ts';

const braced = (inside: string) => `$\{${inside}}`;

const parse = (...lines: string[]) => parseDockerfile('Dockerfile', lines.join('\n'));

describe('targetStage', () => {
  const dockerfile = parse('FROM a AS one', 'FROM b', 'FROM c AS three');
  it.each([
    ['none: the last', null, 2],
    ['a name in other letters', 'ONE', 0],
    ['an index', '1', 1],
    ['nothing of that name', 'four', null],
    ['an index that is not there', '7', null],
  ])('%s', (_, target, index) => {
    expect(targetStage(dockerfile, target)?.index ?? null).toBe(index);
  });
  it('knows none in an empty file', () => {
    expect(targetStage(parse(''), null)).toBeNull();
  });
});

describe('stageChain', () => {
  const chain = (lines: string[], target: string | null, args: string[] = []) =>
    stageChain(parse(...lines), target, args).map(({ index }) => index);
  const variable = (from: string) => ['ARG BASE=two', 'FROM a AS one', 'FROM b AS two', `FROM ${from}`];

  const doubling = (times: number) => Array.from({ length: times }, () => 'ARG A=$A$A');

  it.each([
    ['a chain of names', ['FROM a AS x', 'FROM x AS y', 'FROM z', 'FROM y'], null, [], [0, 1, 3]],
    ['COPY --from is no part of it', ['FROM a AS x', 'FROM b', 'COPY --from=x / /'], null, [], [1]],
    ['a target', ['FROM a AS x', 'FROM x AS y', 'FROM y'], 'y', [], [0, 1]],
    ['its own name is an image', ['FROM a AS x', 'FROM debian AS debian', 'FROM debian'], null, [], [1, 2]],
    ["an ARG's default", variable('$BASE'), null, [], [1, 2]],
    ['a build argument', variable(braced('BASE')), null, ['BASE=one'], [0, 2]],
    ['a fallback', variable(braced('NOPE:-one')), null, [], [0, 2]],
    ['an alternative', variable(braced('BASE:+one')), null, [], [0, 2]],
    ['an undeclared build argument does not count', variable('$OTHER'), null, ['OTHER=one'], [2]],
    ['the platform needs no ARG', ['FROM a AS x-arm64', 'FROM x-$TARGETARCH'], null, ['TARGETARCH=arm64'], [0, 1]],
    ['values that double', ['ARG A=xx', ...doubling(40), 'FROM $A'], null, [], [0]],
    ['an unknown target', ['FROM a'], 'nope', [], []],
  ])('%s', (_, lines, target, args, expected) => {
    expect(chain(lines, target, args)).toEqual(expected);
  });
});
