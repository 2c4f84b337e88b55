import { readBuildFiles } from './build/files.ts';
import { givenBuildArgs } from './build/secrets.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { baseImage, stageChain } from './dockerfile/stages.ts';
import { downloadSizes } from './image/download-size.ts';
import { ownPlatform, samePlatform } from './image/oci.ts';
import { imagesToLookUp } from './lint/base-advice.ts';
import type { LintBase } from './lint/subject.ts';
import type { BuildDefinition } from './model/attribution.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { LintSettings, Subject } from './model/settings.ts';
import type { Seams } from './seams.ts';
import { platformOf } from './settings/resolve.ts';
import type { Weighable } from './weigh.ts';

/** The base image of what is linted. Never rejects: what no registry tells is not known. */
export interface BaseLookup {
  /** What will be linted, as far as that can be told before it is built: its answers are then there when asked for. */
  begin(subject: Subject, places: Pick<Weighable, 'workingDirectory' | 'root'>): Promise<void>;
  /** @param platform null: there is no image, so nothing is asked for */
  find(dockerfile: Dockerfile, definition: BuildDefinition, platform: string | null): Promise<LintBase | null>;
}

interface Started {
  readonly images: readonly string[];
  readonly platform: string;
  readonly sizes: Promise<LintBase['sizes']>;
}

/**
 * Asks registries what the base image and those that could take its place take to download: once for each platform, for
 * as long as this run takes and no longer, as tags move on.
 */
export function openBaseLookup({ level, baseLookup }: LintSettings, seams: Seams): BaseLookup {
  const started: Started[] = [];
  const isOn = baseLookup && level !== 'off';

  const look = (image: string, images: readonly string[], platform: string): Promise<LintBase['sizes']> => {
    const isSame = (one: Started) => samePlatform(one.platform, platform) && String(one.images) === String(images);
    const known = started.find(isSame);
    if (known !== undefined) return known.sizes;
    const sizes = downloadSizes(images, platform, seams).then((found) => {
      if (!found.has(image)) seams.log.info(`What ${image} takes to download is not known: its registry did not tell`);
      return found;
    });
    started.push({ images, platform, sizes });
    return sizes;
  };

  const find: BaseLookup['find'] = async (dockerfile, { target, buildArgs }, platform) => {
    const image = baseImage(dockerfile, target, buildArgs);
    if (image === null) return null;
    const images = imagesToLookUp(image, stageChain(dockerfile, target, buildArgs ?? []));
    if (!isOn || platform === null || images.length === 0) return { image, sizes: new Map() };
    return { image, sizes: await look(image, images, platform) };
  };

  return {
    find,
    async begin(subject, places) {
      if (!isOn) return;
      const { context, file, target } = subject.kind === 'build' ? subject.build : { ...subject, context: '.' };
      const { dockerfilePath, dockerfileText } = await readBuildFiles({ context, file, ...places });
      if (dockerfileText === null) return;
      const buildArgs = subject.kind === 'build' ? givenBuildArgs(subject.build, seams.environment) : null;
      const dockerfile = parseDockerfile(dockerfilePath, dockerfileText);
      await find(dockerfile, { target, buildArgs }, platformOf(subject) ?? ownPlatform());
    },
  };
}
