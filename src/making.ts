import { type EarlierBuild, findEarlierBuild } from './build/earlier-build.ts';
import { type BuildFiles, readBuildFiles } from './build/files.ts';
import { findBuildx } from './build/program.ts';
import { type Redact, redactor } from './build/redact.ts';
import { identifyImage } from './image/identity.ts';
import { samePlatform } from './image/oci.ts';
import type { BuildDefinition, Provenance } from './model/attribution.ts';
import type { ImageSource } from './model/image.ts';
import type { Subject } from './model/settings.ts';
import type { Seams } from './seams.ts';
import type { Weighable } from './weigh.ts';

/** How an image was made, as far as it is known. */
export interface Making {
  readonly files: BuildFiles;
  /** Null: the history of the image has to do. */
  readonly provenance: Provenance | null;
  readonly definition: BuildDefinition;
  /** Keeps build-arg values out of what the image's history says. */
  readonly redact: Redact;
}

type Found = Pick<Weighable, 'workingDirectory' | 'root'> & {
  readonly subject: Extract<Subject, { kind: 'image' }>;
};

/**
 * How an image was made that is there already: by the build that the builder remembers, else as the user says it was.
 * The engine's images only: others need not be of a builder of this machine.
 */
export async function findMaking(sources: readonly ImageSource[], found: Found, seams: Seams): Promise<Making> {
  const { subject, workingDirectory, root } = found;
  const given = await readBuildFiles({ context: '.', file: subject.file, workingDirectory, root });
  const source = sources.find(({ kind }) => kind === 'docker');
  const identity = source === undefined ? null : await identifyImage(seams.docker(), source.reference);
  // The engine tells of its default platform's image alone.
  const isMeant = subject.platform === null || identity === null || samePlatform(identity.platform, subject.platform);
  const buildx = await findBuildx(seams.environment);
  const build =
    identity === null || !isMeant ? null : await findEarlierBuild(identity, { ...seams, workingDirectory, buildx });
  if (build === null) {
    const definition = { target: subject.target, buildArgs: null };
    return { files: given, provenance: null, definition, redact: (text) => text };
  }
  const { provenance, buildArgs } = build;
  return {
    files: await filesOf(build, given, found),
    provenance,
    definition: build,
    redact: redactor(buildArgs.map((arg) => arg.slice(arg.indexOf('=') + 1))),
  };
}

/** The Dockerfile that was built is the one with its text: as the user names it, else as the builder does. */
async function filesOf(build: EarlierBuild, given: BuildFiles, { subject, ...places }: Found): Promise<BuildFiles> {
  const recorded = await readBuildFiles({ ...build.files, ...places });
  const { text, filename } = build.provenance.dockerfile;
  const candidates = subject.file === null ? [recorded, given] : [given, recorded];
  const built = candidates.find(({ dockerfileText }) => dockerfileText === text);
  const { isRemote } = build.files;
  // What is checked out here need not be all that was built, and may be more.
  if (built !== undefined) return isRemote ? { ...built, places: null } : built;
  // Changed since then, or never here.
  const dockerfilePath = subject.file ?? filename;
  return isRemote ? { dockerfilePath, dockerfileText: text, context: null, places: null } : recorded;
}
