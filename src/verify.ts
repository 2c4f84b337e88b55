import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from './errors.ts';
import { isBaseRule } from './lint/base-advice.ts';
import { type FixableFiles, type FixableFinding, fixFiles } from './lint/fix.ts';
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
  readonly chosen: readonly FixableFinding[];
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
  { files, chosen, each }: Fixes,
  before: Weighed,
  build: VerifiedBuild,
  seams: Seams,
): Promise<Verification> {
  const saving = async (findings: readonly FixableFinding[]) => {
    const after = await weighFixed(files, findings, before, build, seams);
    return before.measurement.diskBytes - after.measurement.diskBytes;
  };
  const together = { predicted: predictionOf(chosen), measured: await saving(chosen) };
  const fixes: Verification['fixes'][number][] = [];
  for (const finding of chosen) {
    const measured = !each ? null : chosen.length === 1 ? together.measured : await saving([finding]);
    fixes.push({ finding, predicted: predictionOf([finding]), measured });
  }
  return { fixes, together, holds: isWithin(together.predicted, together.measured) };
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

/** The same build with the fixes of `findings`. @throws UserError where it does not build with them */
export async function weighFixed(
  files: FixableFiles,
  findings: readonly FixableFinding[],
  before: Weighed,
  { build, ...weighable }: VerifiedBuild,
  seams: Seams,
): Promise<Weighed> {
  const tempDir = join(seams.tempDir, `fixed-${seams.random()}`);
  const file = await writeFor(files, findings, tempDir);
  const subject = { kind: 'build', build: { ...trial(build), file } } as const;
  const known = async () => knownLayersOf(before);
  try {
    return await weigh({ ...weighable, subject, commit: null, known }, { ...seams, tempDir });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const rules = findings.map(({ rule }) => rule).join(', ');
    const hint = error.hint ?? 'A fix that breaks the build is to be left out.';
    throw new UserError(`with the fixes of ${rules}: ${error.message}`, { hint, cause: error });
  }
}

/** Puts the fixed Dockerfile elsewhere, with its own ignore file, which BuildKit takes before the context's. */
async function writeFor(files: FixableFiles, findings: readonly FixableFinding[], folder: string): Promise<string> {
  const fixed = new Map(fixFiles(files, findings).map(({ path, after }) => [path, after]));
  const { dockerfile, context } = files;
  const file = join(folder, 'Dockerfile');
  await mkdir(folder, { recursive: true });
  await writeFile(file, fixed.get(dockerfile.path) ?? dockerfile.text);
  const ignoreText = context && (fixed.get(context.ignoreFile) ?? context.ignoreText);
  if (ignoreText !== null) await writeFile(`${file}.dockerignore`, ignoreText);
  return file;
}

/** What both images share is read once. */
function knownLayersOf({ image, measurement }: Weighed): KnownLayers {
  const known = image.layers.map((layer): [KnownLayer['diffId'], KnownLayer] => {
    const { diffId, digest, downloadBytes, index } = layer;
    return [diffId, { diffId, digest, downloadBytes, store: measurement.store, index }];
  });
  return new Map(known);
}
