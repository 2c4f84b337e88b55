import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDockerfile } from './dockerfile/parse.ts';
import { UserError } from './errors.ts';
import type { Linted } from './findings.ts';
import { writeFixedFiles } from './fixed-files.ts';
import type { FixableFiles } from './lint/fix.ts';
import { unifiedDiff } from './lint/fix-diff.ts';
import type { Moved } from './lint/fix-edits.ts';
import { fixInRounds } from './lint/fix-rounds.ts';
import type { LayerAttribution } from './model/attribution.ts';
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
  /** The same for a text that is fixed in part; its prices count for nothing. */
  readonly lintAgain: (linted: Linted) => readonly Finding[];
  /** The image that the prices are from; null: there are none, and nothing can be verified. */
  readonly weighed: Weighed | null;
}

/**
 * Makes the fixes of findings, one behind the other where they want the same place.
 *
 * @throws UserError where the Dockerfile is not the one that was linted, can't be written, or does not build when fixed
 */
export async function fix(
  { linted, findings, lintAgain, weighed }: FixSubject,
  request: FixRequest,
  build: VerifiedBuild,
  seams: Seams,
): Promise<FixReport> {
  const { workingDirectory: folder } = build;
  const files = { dockerfile: await readOriginal(linted, folder), context: linted.context };
  const rounds = fixInRounds(files, findings, request.allowUnsafe, (now, moved) =>
    lintAgain(withFiles(linted, now, moved)),
  );
  const { made, fixed, deferred, unsafe } = rounds;
  const isVerified = request.verify !== 'no' && made.length > 0 && weighed !== null;
  const fixes = { files, made, fixed, each: request.verify === 'each' };
  const verification = isVerified ? await verifyFixes(fixes, weighed, build, seams) : null;
  const written = request.write && verification?.holds !== false && fixed.length > 0;
  if (written) await writeFixedFiles(fixed, { folder, random: seams.random });
  return { fixed: made, deferred, unsafe, diff: fixed.map(unifiedDiff).join(''), written, verification };
}

/** Other files for the same image: its layers lie where the instructions that made them have moved to. */
function withFiles(linted: Linted, { dockerfile, context }: FixableFiles, moved: Moved): Linted {
  const { image } = linted;
  const attributions = image?.attributions.map((of) => (of.origin === 'base' ? of : { ...of, ...movedOf(of, moved) }));
  return {
    ...linted,
    dockerfile: parseDockerfile(dockerfile.path, dockerfile.text),
    context,
    image: image && attributions ? { ...image, attributions } : null,
  };
}

function movedOf({ location }: LayerAttribution, moved: Moved): Pick<LayerAttribution, 'location'> {
  const start = location && moved({ line: location.firstLine, column: 1 });
  if (location === null || start == null) return { location: null };
  const growth = start.line - location.firstLine;
  return { location: { ...location, firstLine: start.line, lastLine: location.lastLine + growth } };
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
