import { failureKind, openGit, redact, succeed } from '../../src/baseline/git.ts';
import type { UserError } from '../../src/errors.ts';
import type { Exec } from '../../src/seams.ts';

/** A git that fails with `stderr`. */
const failing =
  (stderr: string): Exec =>
  async () => ({ exitCode: 128, stdout: '', stderr });
const at = { kind: 'clone' as const, directory: '.' };

describe('why git failed', () => {
  it.each([
    [
      'GitHub, read-only token',
      'denied',
      "remote: Write access to repository not granted.\nfatal: unable to access 'https://x/': The requested URL returned error: 403",
    ],
    [
      'GitHub, other repository',
      'denied',
      'remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access …: The requested URL returned error: 403',
    ],
    ['GitHub, ruleset', 'denied', ' ! [remote rejected] a -> a (push declined due to repository rule violations)'],
    [
      'Forgejo, no write access',
      'denied',
      'remote: Forgejo: User permission denied for writing.\n ! [remote rejected] a -> a (pre-receive hook declined)',
    ],
    [
      'a wrong token',
      'unauthenticated',
      "remote: Invalid username or token.\nfatal: Authentication failed for 'https://x/'",
    ],
    ['no token', 'unauthenticated', "fatal: could not read Username for 'https://x': terminal prompts disabled"],
    ['no repository', 'not-found', "remote: Repository not found.\nfatal: repository 'https://x/o/r/' not found"],
    [
      'no local repository',
      'not-found',
      "fatal: '/no/such' does not appear to be a git repository\nfatal: Could not read from remote repository.",
    ],
    ['no ref', 'missing-object', "fatal: couldn't find remote ref refs/image-size/a/b/c"],
    ['no commit', 'missing-object', 'fatal: remote error: upload-pack: not our ref 1234'],
    [
      'a commit that may not be asked for',
      'missing-object',
      'error: Server does not allow request for unadvertised object 1234',
    ],
    [
      'a ref that is being written',
      'busy',
      "! [remote rejected] a -> a (cannot lock ref 'a': reference already exists)",
    ],
    ['a ref that was written', 'busy', '! [remote rejected] a -> a (failed to update ref)'],
    ['no name server', 'unreachable', "fatal: unable to access 'https://x/': Could not resolve host: x"],
    [
      'a server error',
      'unreachable',
      'error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly',
    ],
    ['too many requests', 'unreachable', "fatal: unable to access 'https://x/': The requested URL returned error: 429"],
    [
      'a cut connection',
      'unreachable',
      'fetch-pack: unexpected disconnect while reading sideband packet\nfatal: early EOF',
    ],
    ['another owner', 'dubious-ownership', "fatal: detected dubious ownership in repository at '/src'"],
    ['anything else', 'other', 'fatal: bad object HEAD'],
  ])('%s', (_, kind, stderr) => {
    expect(failureKind(stderr)).toBe(kind);
  });
});

describe('what git says', () => {
  it('is one line without progress, control characters and secrets', async () => {
    const stderr =
      'POST git-upload-pack\nremote: \u001b[31mno\u001b[0m s3cret\rremote:\nfatal: https://me:pw@host/x failed\n';
    const git = openGit({ exec: failing(stderr), at, secrets: ['s3cret', ''] });
    expect(await git(['fetch'])).toEqual({
      ok: false,
      kind: 'other',
      message: 'remote:  [31mno [0m *** fatal: https://***@host/x failed',
    });
  });

  it('is bounded', async () => {
    const result = await openGit({ exec: failing(`fatal: ${'x'.repeat(10_000)}`), at })(['fetch']);
    expect(result.ok || result.message.length).toBe(401);
  });

  it('is the exit code where it says nothing', async () => {
    expect(await openGit({ exec: failing(''), at })(['fetch'])).toMatchObject({ message: 'git ended with 128' });
  });

  it('becomes an error with a remedy', () => {
    const failed = { ok: false as const, kind: 'denied' as const, message: 'no.' };
    const thrown = (() => {
      try {
        return succeed(failed, 'It cannot be stored');
      } catch (error) {
        return error as UserError;
      }
    })();
    expect(thrown).toMatchObject({
      message: 'It cannot be stored: no.',
      hint: expect.stringContaining('contents: write'),
    });
  });

  it('cannot be heard without git', async () => {
    const missing: Exec = () => Promise.reject(new Error('spawn git ENOENT'));
    await expect(openGit({ exec: missing, at })(['fetch'])).rejects.toMatchObject({
      message: 'git could not be started: spawn git ENOENT',
      hint: expect.stringContaining('Install git'),
    });
  });

  it.each([
    ['an address with a password', 'https://me:pw@host/path', 'https://***@host/path'],
    ['an address with a token', 'https://token@host/path', 'https://***@host/path'],
    ['an address without', 'https://host/a@b', 'https://host/a@b'],
    ['a secret twice', 'k3y and k3y', '*** and ***'],
  ])('hides %s', (_, text, hidden) => {
    expect(redact(text, ['k3y'])).toBe(hidden);
  });
});
