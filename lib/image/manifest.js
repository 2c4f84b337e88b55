import { UserError } from "../errors.js";
import { chooseManifest, imageEntries, parseManifest, platformText } from "./oci.js";
/** An index within an index within `index.json` is the deepest that tools write. */
const maxIndexDepth = 4;
/** The manifest of the wanted platform's image, from wherever in nested indexes it is. */
export async function followIndexes(start, platform, documents) {
    let document = start;
    for (let depth = 0; depth < maxIndexDepth; depth++) {
        const manifest = parseManifest(document.bytes, document.name);
        if (manifest.kind === 'image')
            return manifest;
        const held = await documents.held(manifest.manifests);
        const choice = chooseManifest(manifest.manifests, platform, (digest) => held.has(digest), document.name);
        document = await documents.load(choice);
    }
    throw new UserError(`${start.name} nests its indexes more than ${maxIndexDepth} deep`);
}
/** The platforms of what `followIndexes` can choose among; null for an image that stands in no index. */
export async function platformsIn(start, documents, depth = 0) {
    const manifest = parseManifest(start.bytes, start.name);
    if (manifest.kind === 'image')
        return [null];
    if (depth === maxIndexDepth)
        throw new UserError(`${start.name} is nested more than ${maxIndexDepth} deep`);
    const held = await documents.held(manifest.manifests);
    const found = new Set();
    for (const entry of imageEntries(manifest.manifests).filter(({ digest }) => held.has(digest))) {
        if (entry.platform !== null)
            found.add(platformText(entry.platform));
        else
            for (const platform of await platformsIn(await documents.load(entry), documents, depth + 1))
                found.add(platform);
    }
    return [...found];
}
