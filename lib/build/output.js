import { UserError } from "../errors.js";
import { csvField } from "./argv.js";
import { OLDEST_BUILDKIT_FOR_PUSH, requireVersion } from "./versions.js";
/** `image-size-gate/<name>:<random>`; the name reduced to what an image's name may hold. */
export function ownTagFor(name, random) {
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
export function planOutput(settings, builder, ownTag, layoutDir) {
    const { tags, push, load } = settings;
    if (push && tags.length === 0) {
        throw new UserError('Input push: there are no tags to push to.', {
            hint: 'Set "tags" to the image names, one per line.',
        });
    }
    const pushFlags = push ? ['--push'] : [];
    // The engine's own builder keeps what it pushes; with --load beside --push the containerd store fails ("already exists").
    if (builder.driver === 'docker')
        return inEngine(tags, ownTag, pushFlags);
    if (push) {
        const hint = 'Update the builder, or push in a step of its own.';
        requireVersion("The builder's BuildKit", builder.buildkit ?? '', OLDEST_BUILDKIT_FOR_PUSH, hint);
    }
    if (load)
        return inEngine(tags, ownTag, ['--load', ...pushFlags]);
    return {
        image: { kind: 'oci-dir', path: layoutDir },
        tags,
        ownTag: null,
        flags: ['--output', `type=oci,tar=false,${csvField(`dest=${layoutDir}`)}`, ...pushFlags],
    };
}
function inEngine(userTags, ownTag, flags) {
    const tags = userTags.length === 0 ? [ownTag] : userTags;
    return {
        image: { kind: 'engine', reference: tags[0] },
        tags,
        ownTag: userTags.length === 0 ? ownTag : null,
        flags,
    };
}
