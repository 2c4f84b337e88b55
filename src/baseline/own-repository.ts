import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exec } from '../seams.ts';
import type { Credential } from './credentials.ts';
import { type Git, openGit, redact, succeed } from './git.ts';

/** A remote repository, and how to get in. */
export interface Remote {
  /** http(s), or the path of a repository on this machine. */
  readonly url: string;
  readonly credential: Credential;
}

/** Bare repositories of our own whose `origin` is the remote; each is made when it is first used. */
export interface OwnRepository {
  /** The remote's address as it may be shown. */
  readonly address: string;
  /** Commits without their trees and whole records do not mix: git would fetch the missing trees one by one. */
  part(name: 'history' | 'records'): { readonly directory: string; readonly git: Git };
}

/**
 * Nothing is ever fetched into the user's clone: `fetch --depth` there would turn it shallow, and our objects and refs
 * would stay in it.
 *
 * @param directory a temporary folder that need not exist yet
 */
export function ownRepository(exec: Exec, directory: string, remote: Remote): OwnRepository {
  return {
    address: redact(remote.url, remote.credential.secrets),
    part: (name) => {
      const folder = join(directory, `${name}.git`);
      return { directory: folder, git: bareGit(exec, folder, remote) };
    },
  };
}

/** Makes the repository before its first command. */
function bareGit(exec: Exec, directory: string, { url, credential }: Remote): Git {
  const git = openGit({
    exec,
    at: { kind: 'bare', directory },
    secrets: credential.secrets,
    config: [
      ['remote.origin.url', url],
      // The user's global hooks and housekeeping are for the user's repositories.
      ['core.hooksPath', '/dev/null'],
      ['gc.auto', '0'],
      ['maintenance.auto', 'false'],
      ['fetch.writeCommitGraph', 'false'],
      // A pack stays a pack: what is read once need not be written as loose objects.
      ['fetch.unpackLimit', '1'],
      ['push.followTags', 'false'],
      ['push.gpgSign', 'false'],
      ['http.lowSpeedLimit', '1'],
      ['http.lowSpeedTime', '60'],
      ...headerConfig(url, credential.headers),
    ],
  });
  const init = async () => {
    await mkdir(directory, { recursive: true });
    succeed(await git(['init', '--quiet', '--bare', '--template=']), 'A temporary git repository cannot be made');
  };
  let ready: Promise<void> | null = null;
  return async (args, input) => {
    ready ??= init();
    await ready;
    return git(args, input);
  };
}

/** The empty value drops what wider configuration sets: GitHub answers 400 to two Authorization headers. */
function headerConfig(url: string, headers: readonly string[]): [string, string][] {
  return headers.length === 0 ? [] : ['', ...headers].map((header) => [`http.${url}.extraHeader`, header]);
}
