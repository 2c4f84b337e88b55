import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDockerfile } from './dockerfile/parse.ts';
import { UserError } from './errors.ts';
import type { Linted } from './findings.ts';
import { writeFixedFiles } from './fixed-files.ts';
import { chooseFixes, fixFiles } from './lint/fix.ts';
import { unifiedDiff } from './lint/fix-diff.ts';
import type { Finding } from './model/finding.ts';
import type { FixReport } from './model/fixes.ts';
import type { Seams } from './seams.ts';
import { type VerifiedBuild, verifyFixes } from './verify.ts';
import type { Weighed } from './weigh.ts';

export interface FixRequest {
  readonly allowUnsafe: boolean;
  /** Whether to change the files, if `verify` does not find the prediction wrong. */
  readonly write: boolean;
  /** `each`: every fix alone, and all together. */
  readonly verify: 'no' | 'together' | 'each';
}

/** What was linted, and what was found in it. */
export interface FixSubject {
  readonly linted: Linted;
  /** The most expensive first. */
  readonly findings: readonly Finding[];
  /** The image that the prices are from; null: there are none, and nothing can be verified. */
  readonly weighed: Weighed | null;
}

/**
 * Makes the fixes of findings that go together.
 *
 * @throws UserError where the Dockerfile is not the one that was linted, can't be written, or does not build when fixed
 */
export async function fix(
  { linted, findings, weighed }: FixSubject,
  request: FixRequest,
  build: VerifiedBuild,
  seams: Seams,
): Promise<FixReport> {
  const { workingDirectory: folder } = build;
  const files = { dockerfile: await readOriginal(linted, folder), context: linted.context };
  const { chosen, deferred, unsafe } = chooseFixes(findings, request.allowUnsafe);
  const fixed = fixFiles(files, chosen);
  const isVerified = request.verify !== 'no' && chosen.length > 0 && weighed !== null;
  const fixes = { files, chosen, each: request.verify === 'each' };
  const verification = isVerified ? await verifyFixes(fixes, weighed, build, seams) : null;
  const written = request.write && verification?.holds !== false && fixed.length > 0;
  if (written) await writeFixedFiles(fixed, { folder, random: seams.random });
  return { fixed: chosen, deferred, unsafe, diff: fixed.map(unifiedDiff).join(''), written, verification };
}

/** The Dockerfile with its own line ends and byte order mark, which the builder's copy need not have. */
async function readOriginal({ dockerfile: { path, text } }: Linted, folder: string) {
  const original = await readFile(resolve(folder, path), 'utf8').catch(() => null);
  if (original === null || parseDockerfile(path, original).text !== text) {
    throw new UserError(`${path} is not what the image was built from`, {
      hint: 'Build the image again, or let this command build it: --build.',
    });
  }
  return { path, text: original };
}
