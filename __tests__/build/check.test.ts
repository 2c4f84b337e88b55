import { checkDockerfile } from '../../src/build/check.ts';
import type { Exec, ExecResult } from '../../src/seams.ts';
import { buildSettings } from './settings.ts';

const warning = (ranges: readonly (readonly [number, number])[], detail = 'a detail') => ({
  ruleName: 'StageNameCasing',
  description: 'a description',
  url: 'https://docs.docker.com/go/dockerfile/rule/stage-name-casing/',
  detail,
  location: { ranges: ranges.map(([start, end]) => ({ start: { line: start }, end: { line: end } })) },
});

async function check(answer: Partial<ExecResult>, version = 'github.com/docker/buildx v0.29.1 abc') {
  const exec: Exec = async (_, args) => ({
    ...{ exitCode: 0, stdout: '', stderr: '' },
    ...(args[1] === 'version' ? { stdout: version } : answer),
  });
  const settings = buildSettings({ buildArgs: ['A=hidden-arg'] });
  return await checkDockerfile(settings, {
    exec,
    environment: {},
    workingDirectory: '.',
    dockerfile: 'app/Dockerfile',
  });
}

describe('checkDockerfile', () => {
  it('makes findings of warnings, though the exit code is 1', async () => {
    const stdout = JSON.stringify({
      warnings: [
        warning(
          [
            [4, 4],
            [3, 6],
          ],
          'names hidden-arg',
        ),
        warning([], ''),
      ],
    });
    const base = {
      rule: 'StageNameCasing',
      aliases: [],
      severity: 'warning',
      price: null,
      baseSaving: null,
      evidence: [],
      fix: null,
    };
    const location = { file: 'app/Dockerfile', firstLine: 3, lastLine: 6, firstColumn: null, lastColumn: null };
    expect(await check({ exitCode: 1, stdout })).toEqual({
      findings: [
        { ...base, message: 'names ***', location },
        { ...base, message: 'a description', location: null },
      ],
      notice: null,
    });
  });

  it.each([
    ['null', '{"warnings":null,"sources":[]}'],
    ['none', '{}'],
  ])('finds nothing where warnings are %s', async (_, stdout) => {
    expect(await check({ stdout })).toEqual({ findings: [], notice: null });
  });

  it.each([
    [
      'a Dockerfile that cannot be read',
      { stdout: '{"warnings":null,"buildError":{"message":"unknown instruction: FOO hidden-arg"}}' },
      'unknown instruction: FOO ***',
    ],
    [
      'no JSON',
      { exitCode: 1, stderr: 'ERROR: failed to build: failed to solve: unsupported subrequest "frontend.lint"' },
      'The build failed: unsupported subrequest "frontend.lint".',
    ],
    ['another JSON', { stdout: '{"warnings":7}' }, 'The build failed: buildx gave no reason.'],
  ])('has a notice for %s', async (_, answer, reason) => {
    expect(await check(answer)).toEqual({ findings: [], notice: `BuildKit's checks were left out: ${reason}` });
  });

  it('has a notice for an older buildx', async () => {
    const unknownFlag = { exitCode: 125, stderr: 'unknown flag: --call' };
    expect(await check(unknownFlag, 'github.com/docker/buildx v0.14.1 abc')).toEqual({
      findings: [],
      notice: "BuildKit's checks were left out: they need buildx 0.15.0.",
    });
  });
});
