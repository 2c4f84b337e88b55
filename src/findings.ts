import { checkDockerfile } from './build/check.ts';
import { stageChain } from './dockerfile/stages.ts';
import { lintLayers } from './lint/layers.ts';
import { lint } from './lint/lint.ts';
import type { LintContext } from './lint/subject.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { Finding } from './model/finding.ts';
import type { BuildSettings, Subject } from './model/settings.ts';
import type { Seams, Weighed } from './weigh.ts';

export interface Linted {
  readonly dockerfile: Dockerfile;
  readonly context: LintContext | null;
  readonly subject: Subject;
  /** Null: no prices. */
  readonly image: Pick<Weighed, 'image' | 'attributions' | 'fileSystem'> | null;
}

/** What our own rules find, the most expensive first. */
export function ownFindings({ dockerfile, context, subject, image }: Linted): Finding[] {
  const [target, buildArgs] =
    subject.kind === 'build' ? [subject.build.target, subject.build.buildArgs] : [subject.target, []];
  return lint({
    dockerfile,
    chain: stageChain(dockerfile, target, buildArgs),
    layers: image === null ? null : lintLayers(image.image.layers, image.attributions, image.fileSystem),
    context,
  });
}

/** BuildKit's own checks; none where they can't be had, which is logged. */
export const buildKitFindings = async (
  build: BuildSettings,
  dockerfile: string,
  workingDirectory: string,
  seams: Seams,
): Promise<readonly Finding[]> => (await checkDockerfile(build, { ...seams, workingDirectory, dockerfile })) ?? [];
