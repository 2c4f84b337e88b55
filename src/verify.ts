import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { isBaseRule } from './lint/base-advice.ts';
import { type FixableFiles, type FixableFinding, type FixedFile, fixFiles, withFixed } from './lint/fix.ts';
import type { Verification } from './model/fixes.ts';
import type { KnownLayer, KnownLayers } from './model/image.ts';
import type { BuildSettings } from './model/settings.ts';
import type { Seams } from './seams.ts';
import { type Weighable, type Weighed, weigh } from './weigh.ts';

/** How far a prediction may be off, as a part of it. */
export const verificationTolerance = 0.1;

/** What is built, and how: the same with and without the fixes. */
export type VerifiedBuild = Pick<Weighable, 'name' | 'workingDirectory' | 'root' | 'maxUnpacked'> & {
  readonly build: BuildSettings;
};

/** A build that leaves nothing behind: under no name of the user's, and in no registry or cache of theirs. */
export const trial = (build: BuildSettings): BuildSettings => ({ ...build, tags: [], push: false, cacheTo: [] });

export interface Fixes {
  /** The files as they are. */
  readonly files: FixableFiles;
  readonly made: readonly FixableFinding[];
  /** What all of them together make of the files. */
  readonly fixed: readonly FixedFile[];
  /** Whether to build each fix alone, too. */
  readonly each: boolean;
}

/**
 * Builds with the fixes, and compares what that saves with what the findings' prices predict.
 *
 * @param before the same build without them
 * @throws UserError where it does not build with them
 */
export async function verifyFixes(
  { files, made, fixed, each }: Fixes,
  before: Weighed,
  build: VerifiedBuild,
  seams: Seams,
): Promise<Verification> {
  const saving = async (fixes: TrialFixes) => {
    const after = await weighFixed(files, fixes, before, build, seams);
    return before.measurement.diskBytes - after.measurement.diskBytes;
  };
  const together = { predicted: predictionOf(made), measured: await saving({ made, fixed }) };
  const rows: Verification['fixes'][number][] = [];
  for (const finding of made) {
    const alone = () => saving({ made: [finding], fixed: fixFiles(files, [finding]) });
    const measured = !each ? null : made.length === 1 ? together.measured : await alone();
    rows.push({ finding, predicted: predictionOf([finding]), measured });
  }
  return { fixes: rows, together, holds: isWithin(together.predicted, together.measured) };
}

/** Bytes; null where no finding has a price, and where what one saves on disk is not known. */
function predictionOf(findings: readonly FixableFinding[]): number | null {
  if (findings.some(({ rule }) => isBaseRule(rule))) return null;
  const prices = findings.flatMap(({ price }) => (price === null ? [] : [price.diskBytes]));
  return prices.length === 0 ? null : prices.reduce((total, bytes) => total + bytes, 0);
}

/** Nothing predicted is nothing to be wrong about. */
export const isWithin = (predicted: number | null, measured: number): boolean =>
  predicted === null || Math.abs(measured - predicted) <= verificationTolerance * predicted;

/** Whose fixes are tried, and what they make of the files. */
export type TrialFixes = Pick<Fixes, 'made' | 'fixed'>;

/** The same build with some fixes. @throws UserError where it does not build with them */
export async function weighFixed(
  files: FixableFiles,
  { made, fixed }: TrialFixes,
  before: Weighed,
  { build, ...weighable }: VerifiedBuild,
  seams: Seams,
): Promise<Weighed> {
  const tempDir = join(seams.tempDir, `fixed-${seams.random()}`);
  const file = await writeFiles(withFixed(files, fixed), tempDir);
  const subject = { kind: 'build', build: { ...trial(build), file } } as const;
  const known = async () => knownLayersOf(before);
  try {
    return await weigh({ ...weighable, subject, commit: null, known }, { ...seams, tempDir });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const rules = made.map(({ rule }) => rule).join(', ');
    const hint = error.hint ?? 'A fix that breaks the build is to be left out.';
    throw new UserError(`with the fixes of ${rules}: ${error.message}`, { hint, cause: error });
  }
}

/** Puts the Dockerfile elsewhere, with its own ignore file, which BuildKit takes before the context's. */
async function writeFiles({ dockerfile, context }: FixableFiles, folder: string): Promise<string> {
  const file = join(folder, 'Dockerfile');
  await mkdir(folder, { recursive: true });
  await writeFile(file, dockerfile.text);
  if (context !== null && context.ignoreText !== null) await writeFile(`${file}.dockerignore`, context.ignoreText);
  return file;
}

/** What both images share is read once. */
function knownLayersOf({ image, measurement }: Weighed): KnownLayers {
  const known = image.layers.map((layer): [KnownLayer['diffId'], KnownLayer] => {
    const { diffId, digest, downloadBytes, marks, index } = layer;
    return [diffId, { diffId, digest, downloadBytes, marks, store: measurement.store, index }];
  });
  return new Map(known);
}
