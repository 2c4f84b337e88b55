import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { type BuildOptions, buildImage, removeTag } from '../../src/build/buildx.ts';
import { byDocker } from '../../src/build/program.ts';
import { UserError } from '../../src/errors.ts';
import type { Exec, ExecResult, Log } from '../../src/seams.ts';
import { buildSettings } from './settings.ts';

type Answer =
  | Partial<ExecResult>
  | ((args: readonly string[], env: Readonly<Record<string, string | undefined>>) => Partial<ExecResult>);

const tempDir = mkdtempSync(join(tmpdir(), 'isg-buildx-'));
afterAll(() => rmSync(tempDir, { recursive: true }));

/** An engine that answers by the first words of the command line. */
function fakeDocker(answers: Readonly<Record<string, Answer>>): Exec {
  const usual: Record<string, Answer> = {
    'buildx version': { stdout: 'github.com/docker/buildx v0.29.1 abc' },
    'buildx inspect': { stdout: 'Name: default\nDriver: docker\nBuildKit version: v0.25.0\n' },
    'version --format': { stdout: '28.5.2+dfsg4\n' },
  };
  return async (_, args, options = {}) => {
    const answer = { ...usual, ...answers }[args.slice(0, 2).join(' ')] ?? {};
    const result = {
      exitCode: 0,
      stdout: '',
      stderr: '',
      ...(typeof answer === 'function' ? answer(args, options.env ?? {}) : answer),
    };
    options.onStderr?.(Buffer.from(result.stderr));
    return result;
  };
}

function recordingLog(): Log & { readonly lines: string[]; readonly secrets: string[] } {
  const lines: string[] = [];
  const secrets: string[] = [];
  const line = (kind: string) => (message: string, place?: object) =>
    void lines.push(`${kind} ${message}${place === undefined ? '' : ` ${JSON.stringify(place)}`}`);
  const group = <T>(title: string, work: () => Promise<T>) => {
    lines.push(`group ${title}`);
    return work();
  };
  const [debug, info, notice, warning, error] = ['debug', 'info', 'notice', 'warning', 'error'].map(line) as [
    Log['info'],
    Log['info'],
    Log['notice'],
    Log['warning'],
    Log['error'],
  ];
  return { debug, info, notice, warning, error, group, secret: (value) => void secrets.push(value), lines, secrets };
}

function options(
  exec: Exec,
  given: Partial<BuildOptions> = {},
): BuildOptions & { log: ReturnType<typeof recordingLog> } {
  let milliseconds = 0;
  const clock = () => {
    milliseconds += 1_500;
    return new Date(milliseconds);
  };
  const log = recordingLog();
  return {
    ...{
      exec,
      buildx: byDocker,
      clock,
      environment: {},
      name: 'app',
      dockerfile: 'Dockerfile',
      workingDirectory: tempDir,
      tempDir,
    },
    ...{ random: () => 'r4nd0m', ...given, log },
  };
}

const after = (args: readonly string[], flag: string) => args[args.indexOf(flag) + 1] ?? '';

describe('buildImage', () => {
  it('builds, reads provenance, and leaves nothing but the image', async () => {
    const metadata = readFileSync(join(__dirname, 'fixtures', 'classic.json'));
    const build = (args: readonly string[]) => {
      writeFileSync(after(args, '--metadata-file'), metadata);
      return { stderr: '#1 a line\n#2 ::warning::no command\n#3 [2/2] RUN x\n#3 CACHED\n' };
    };
    const given = options(fakeDocker({ 'buildx build': build }));
    const result = await buildImage(buildSettings(), given);
    expect(result).toMatchObject({
      image: { kind: 'engine', reference: 'image-size-gate/app:r4nd0m' },
      ownTag: 'image-size-gate/app:r4nd0m',
      figures: { seconds: 1.5, steps: 1, cachedSteps: 1, contextBytes: 0 },
    });
    expect(result.provenance?.layers).toHaveLength(11);
    expect(given.log.lines).toEqual([
      'group Build app',
      expect.stringMatching(
        /^info docker buildx build --progress=plain --metadata-file \S+ --tag image-size-gate\/app:r4nd0m -- \.$/,
      ),
      'info | #1 a line',
      'info | #2 ::warning::no command',
      'info | #3 [2/2] RUN x',
      'info | #3 CACHED',
    ]);
    expect(readdirSync(tempDir)).toEqual([]);
  });

  it('can do without provenance', async () => {
    const result = await buildImage(buildSettings({ tags: ['a:1'] }), options(fakeDocker({})));
    expect(result).toMatchObject({ image: { kind: 'engine', reference: 'a:1' }, ownTag: null, provenance: null });
  });

  it('keeps secrets and build arguments out of command line and log', async () => {
    const secretFile = join(tempDir, 'secret.txt');
    writeFileSync(secretFile, 'hidden-in-file\n');
    const settings = buildSettings({
      buildArgs: ['PLAIN=hidden-arg', 'PATH=hidden-path', 'INHERITED'],
      secrets: ['one=hidden-secret'],
      secretEnvs: ['two=TOKEN'],
      secretFiles: [`three=${secretFile}`],
    });
    const seen: { args?: readonly string[]; file?: string; mode?: number; folderMode?: number } = {};
    const build = (args: readonly string[], env: Readonly<Record<string, string | undefined>>) => {
      const path = after(args, '--secret').replace('id=one,src=', '');
      Object.assign(seen, { args, file: readFileSync(path, 'utf8'), mode: statSync(path).mode & 0o777 });
      seen.folderMode = statSync(join(path, '..')).mode & 0o777;
      expect(env.PLAIN).toBe('hidden-arg');
      return { stderr: 'hidden-arg hidden-path hidden-inherited hidden-secret hidden-token hidden-in-file\n' };
    };
    const environment = { TOKEN: 'hidden-token', INHERITED: 'hidden-inherited' };
    const given = options(fakeDocker({ 'buildx build': build }), { environment });
    await buildImage(settings, given);
    expect(seen).toMatchObject({ file: 'hidden-secret', mode: 0o600, folderMode: 0o700 });
    expect(seen.args?.filter((arg) => arg.includes('hidden'))).toEqual(['PATH=hidden-path']);
    expect(given.log.lines.join('\n')).not.toContain('hidden');
    expect(given.log.lines).toContain('info | *** *** *** *** *** ***');
    expect(given.log.secrets).toEqual(['hidden-secret', 'hidden-token', 'hidden-in-file']);
    rmSync(secretFile);
    expect(readdirSync(tempDir)).toEqual([]);
  });

  it('says why a build failed, on its line, and cleans up', async () => {
    const stderr = `Dockerfile:4
--------------------
   4 | >>> RUN echo hidden-arg
--------------------
ERROR: failed to build: failed to solve: process "echo hidden-arg" did not complete
`;
    const given = options(fakeDocker({ 'buildx build': { exitCode: 1, stderr } }));
    const failing = buildImage(buildSettings({ secrets: ['a=x'], buildArgs: ['A=hidden-arg'] }), given);
    const message = 'The build failed at Dockerfile:4: process "echo ***" did not complete.';
    await expect(failing).rejects.toThrow(new UserError(message));
    expect(given.log.lines.at(-1)).toBe(
      `error ${message} {"title":"The image does not build","file":"Dockerfile","startLine":4}`,
    );
    expect(given.log.lines.join('\n')).not.toContain('hidden');
    expect(readdirSync(tempDir)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Answer>>, string]>([
    [
      'buildx is missing',
      { 'buildx version': { exitCode: 1, stderr: 'docker: unknown command: docker buildx' } },
      'The buildx plugin of Docker is not installed.',
    ],
    [
      'buildx is too old',
      { 'buildx version': { stdout: 'github.com/docker/buildx 0.12.1' } },
      'Docker buildx 0.12.1 is too old: 0.14.0 or newer is needed.',
    ],
    [
      'the engine is too old',
      { 'version --format': { stdout: '20.10.24+dfsg1' } },
      'The Docker engine 20.10.24 is too old: 24.0.0 or newer is needed.',
    ],
    [
      'the builder is missing',
      { 'buildx inspect': { exitCode: 1, stderr: 'ERROR: no builder "b" found' } },
      'There is no builder "b".',
    ],
    [
      'no engine answers',
      {
        'buildx inspect': {
          stdout:
            'Name: default\nDriver: \nError: Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?',
        },
      },
      'No Docker engine answers at unix:///x.',
    ],
    [
      'the builder is broken',
      { 'buildx inspect': { stdout: 'Name: b\nDriver:\nError: boom' } },
      'The builder cannot be used: boom',
    ],
    [
      'docker fails',
      { 'version --format': { exitCode: 3, stderr: 'odd' } },
      '"docker version --format {{.Server.Version}}" failed: odd',
    ],
  ])('stops before the build where %s', async (_, answers, message) => {
    const build = () => {
      throw new Error('must not build');
    };
    await expect(
      buildImage(buildSettings(), options(fakeDocker({ 'buildx build': build, ...answers }))),
    ).rejects.toThrow(new UserError(message));
  });

  it('says that docker is not there', async () => {
    const exec: Exec = () => Promise.reject(new Error('spawn docker ENOENT'));
    await expect(buildImage(buildSettings(), options(exec))).rejects.toThrow(/Docker is not installed/);
  });

  it('says which secret file is not there', async () => {
    const settings = buildSettings({ secretFiles: ['a=nowhere.txt'] });
    await expect(buildImage(settings, options(fakeDocker({})))).rejects.toThrow(
      /secret-files: .*nowhere\.txt cannot be read/,
    );
  });
});

describe('removeTag', () => {
  it('never fails', async () => {
    const { log } = options(fakeDocker({}));
    await removeTag('a:1', new Docker({ socketPath: '/nonexistent/docker.sock' }), log);
    expect(log.lines).toEqual([expect.stringMatching(/^debug The tag a:1 was not removed: .*ENOENT/)]);
  });
});
