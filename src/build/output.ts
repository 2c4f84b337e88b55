import { UserError } from '../errors.ts';
import type { BuildSettings } from '../model/settings.ts';
import { csvField } from './argv.ts';
import type { Builder } from './builder.ts';
import { OLDEST_BUILDKIT_FOR_PUSH, requireVersion } from './versions.ts';

/** Where the image is after the build, to be measured there. */
export type BuiltImage =
  | { readonly kind: 'engine'; readonly reference: string }
  | { readonly kind: 'oci-dir'; readonly path: string };

export interface OutputPlan {
  readonly image: BuiltImage;
  /** The user's, or ours where the image would else have none. */
  readonly tags: readonly string[];
  /** A tag that is to be removed in the end; null where the user gave tags, or none is needed. */
  readonly ownTag: string | null;
  readonly flags: readonly string[];
}

/** `image-size-gate/<name>:<random>`; the name reduced to what an image's name may hold. */
export function ownTagFor(name: string, random: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `image-size-gate/${slug.slice(0, 100) || 'image'}:${random}`;
}

/**
 * Chooses the outputs so that the image can be measured after the build, beside what the user asked for.
 *
 * @param ownTag for an image of the engine to which the user gives no tag
 * @param layoutDir for an OCI layout, where only a builder's cache would hold the image
 */
export function planOutput(settings: BuildSettings, builder: Builder, ownTag: string, layoutDir: string): OutputPlan {
  const { tags, push, load } = settings;
  if (push && tags.length === 0) {
    throw new UserError('Input push: there are no tags to push to.', {
      hint: 'Set "tags" to the image names, one per line.',
    });
  }
  const pushFlags = push ? ['--push'] : [];
  // The engine's own builder keeps what it pushes; with --load beside --push the containerd store fails ("already exists").
  if (builder.driver === 'docker') return inEngine(tags, ownTag, pushFlags);
  if (push) {
    const hint = 'Update the builder, or push in a step of its own.';
    requireVersion("The builder's BuildKit", builder.buildkit ?? '', OLDEST_BUILDKIT_FOR_PUSH, hint);
  }
  if (load) return inEngine(tags, ownTag, ['--load', ...pushFlags]);
  return {
    image: { kind: 'oci-dir', path: layoutDir },
    tags,
    ownTag: null,
    flags: ['--output', `type=oci,tar=false,${csvField(`dest=${layoutDir}`)}`, ...pushFlags],
  };
}

function inEngine(userTags: readonly string[], ownTag: string, flags: readonly string[]): OutputPlan {
  const tags = userTags.length === 0 ? [ownTag] : userTags;
  return {
    image: { kind: 'engine', reference: tags[0] as string },
    tags,
    ownTag: userTags.length === 0 ? ownTag : null,
    flags,
  };
}
