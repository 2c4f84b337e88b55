import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { LintContext } from '../lint/subject.ts';

export interface BuildFiles {
  /** As it is shown to the user: relative to the repository's root where it lies there. */
  readonly dockerfilePath: string;
  /** Null: not on this machine, not there, or no Dockerfile that anybody wrote: larger than 4 MiB, or a device. */
  readonly dockerfileText: string | null;
  /** Null: not on this machine. */
  readonly context: LintContext | null;
  /** Where the context's files are; null: not on this machine. */
  readonly places: ContextPlaces | null;
}

/** A build context on this machine; absolute paths. */
export interface ContextPlaces {
  readonly folder: string;
  /** The first of them that is there tells which files the context leaves out. */
  readonly ignoreFiles: readonly string[];
}

export interface BuildPlaces {
  readonly context: string;
  readonly file: string | null;
  /** Absolute. */
  readonly workingDirectory: string;
  /** The repository's root, absolute. */
  readonly root: string;
}

/** A context that buildx fetches itself: a git repository or an archive by URL, or standard input. */
export const isRemoteContext = (context: string): boolean =>
  context === '-' || /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);

/** What of a build's files concerns attribution and lint. Never rejects: what can't be read is null. */
export async function readBuildFiles({ context, file, workingDirectory, root }: BuildPlaces): Promise<BuildFiles> {
  if (isRemoteContext(context)) {
    return { dockerfilePath: file ?? 'Dockerfile', dockerfileText: null, context: null, places: null };
  }
  const folder = resolve(workingDirectory, context);
  const dockerfile = file === null ? join(folder, 'Dockerfile') : resolve(workingDirectory, file);
  const show = (path: string) => pathWithin(root, path);
  // BuildKit takes `<Dockerfile>.dockerignore` first.
  const ignoreFiles = [`${dockerfile}.dockerignore`, join(folder, '.dockerignore')];
  const ignoring = (await Promise.all(ignoreFiles.map(isFile))).indexOf(true);
  const ignoreFile = ignoreFiles[ignoring] ?? join(folder, '.dockerignore');
  return {
    dockerfilePath: show(dockerfile),
    dockerfileText: await readText(dockerfile),
    context: {
      ignoreFile: show(ignoreFile),
      ignoreText: ignoring === -1 ? null : ((await readText(ignoreFile)) ?? ''),
    },
    places: { folder, ignoreFiles },
  };
}

const mostBytes = 4 * 1024 ** 2;

/** Null: it can't be read, or is not the text that it should be: a pull request may make a link of it, to /dev/zero. */
async function readText(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= mostBytes ? await readFile(path, 'utf8') : null;
  } catch {
    return null;
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

function pathWithin(root: string, path: string): string {
  const inside = relative(root, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
