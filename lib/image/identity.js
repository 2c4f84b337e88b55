import * as z from 'zod';
import { inspectManifests } from "./inspect-manifests.js";
import { asDigest, platformText, samePlatform } from "./oci.js";
/** Absent and null are the same to Go's encoder. */
const list = (item) => z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const platform = z
    .object({ os: z.string(), architecture: z.string(), variant: z.string().nullish() })
    .transform(({ os, architecture, variant }) => platformText({ os, architecture, variant: variant ?? null }));
/** `GET /images/{name}/json?manifests=1`; the manifests since API 1.48, and on the containerd store alone. */
const inspected = z.object({
    Id: z.string(),
    RepoDigests: list(z.string()),
    Created: z.string().nullish(),
    Metadata: z.object({ LastTagTime: z.string().nullish() }).nullish(),
    Os: z.string(),
    Architecture: z.string(),
    Variant: z.string().nullish(),
    RootFS: z.object({ Layers: list(z.string()) }),
    Manifests: list(z.object({ ID: z.string(), Kind: z.string(), Descriptor: z.object({ platform: platform.nullish() }) })),
});
/** What tells the engine's image of this name from all others; null where the engine does not tell it. */
export async function identifyImage(docker, reference) {
    const answer = await inspectManifests(docker, reference).catch(() => null);
    const facts = inspected.safeParse(answer).data;
    if (facts === undefined)
        return null;
    const { Os: os, Architecture: architecture, Variant: variant } = facts;
    const own = platformText({ os, architecture, variant: variant ?? null });
    const manifests = facts.Manifests.filter(({ Kind, Descriptor }) => Kind === 'image' && samePlatform(Descriptor.platform ?? own, own));
    const repoDigests = facts.RepoDigests.map((name) => name.slice(name.indexOf('@') + 1));
    return {
        digests: [facts.Id, ...repoDigests, ...manifests.map(({ ID }) => ID)].flatMap((text) => {
            const digest = asDigest(text);
            return digest === null ? [] : [digest];
        }),
        times: [facts.Metadata?.LastTagTime, facts.Created].flatMap((time) => (time ? [time] : [])),
        platform: own,
        layerCount: facts.RootFS.Layers.length,
    };
}
