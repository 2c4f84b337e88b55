import { checkDockerfile } from './build/check.ts';
import { stageChain } from './dockerfile/stages.ts';
import { lintLayers } from './lint/layers.ts';
import { lint } from './lint/lint.ts';
import type { LintContext } from './lint/subject.ts';
import type { BuildDefinition } from './model/attribution.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { Finding } from './model/finding.ts';
import type { BuildSettings } from './model/settings.ts';
import type { Seams, Weighed } from './weigh.ts';

export interface Linted {
  readonly dockerfile: Dockerfile;
  readonly context: LintContext | null;
  readonly definition: BuildDefinition;
  /** Null: no prices. */
  readonly image: Pick<Weighed, 'image' | 'attributions' | 'fileSystem'> | null;
}

/** What our own rules find, the most expensive first. */
export function ownFindings({ dockerfile, context, definition, image }: Linted): Finding[] {
  return lint({
    dockerfile,
    chain: stageChain(dockerfile, definition.target, definition.buildArgs ?? []),
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
