import { join } from 'node:path';
import { findCredential } from './baseline/credentials.ts';
import { openGit } from './baseline/git.ts';
import { gitStore } from './baseline/git-store.ts';
import { cloneHistory, firstToKnow, type Head, readHead, remoteHistory } from './baseline/history.ts';
import type { LookupSources } from './baseline/lookup.ts';
import { ownRepository } from './baseline/own-repository.ts';
import { UserError } from './errors.ts';
import type { Seams } from './seams.ts';

/** The folder that a run works in, and the repository that it lies in. */
export interface Workspace {
  /** The repository's root, or the folder itself; absolute. */
  readonly root: string;
  /** Null: no repository, or one without a commit. */
  readonly head: Head | null;
  /** Where baselines are kept and looked up; null without a commit. */
  readonly baselines: LookupSources | null;
}

export interface WorkspaceOptions {
  /** Absolute. */
  readonly directory: string;
  /** Where baselines are kept; null: in the local repository itself. */
  readonly remote: string | null;
  readonly token: string | null;
}

/** Never rejects for the lack of a repository: an image can be weighed without. */
export async function openWorkspace(
  { directory, remote, token }: WorkspaceOptions,
  { exec, log, tempDir }: Seams,
): Promise<Workspace> {
  const clone = openGit({ exec, at: { kind: 'clone', directory } });
  const [toplevel, head] = await Promise.all([
    clone(['rev-parse', '--show-toplevel']).catch(() => null),
    readHead(clone).catch((error: unknown) => {
      if (error instanceof UserError) return null;
      throw error;
    }),
  ]);
  if (toplevel === null || !toplevel.ok) {
    log.notice(`There are no baselines without a git repository: ${toplevel?.message ?? 'git is not installed'}`);
    return { root: directory, head: null, baselines: null };
  }
  const root = toplevel.stdout.toString().trim();
  if (head === null) return { root, head: null, baselines: null };
  const url = remote ?? root;
  const credential = await findCredential(clone, url, token);
  for (const secret of credential.secrets) log.secret(secret);
  const own = ownRepository(exec, join(tempDir, 'baselines.git'), { url, credential });
  const history = firstToKnow([cloneHistory(clone), remoteHistory(own)]);
  return { root, head, baselines: { store: gitStore(own), history, head } };
}
