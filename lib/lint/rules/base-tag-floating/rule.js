/** Names that stay while the major version behind them changes. */
const floating = /^(?:latest|edge|nightly|rolling|lts|current|mainline|stable|testing|unstable|sid|devel)(?:-|$)/;
export const baseTagFloating = {
    name: 'base-tag-floating',
    aliases: ['DL3006', 'DL3007', 'CKV_DOCKER_7'],
    severity: 'info',
    topic: 'practice',
    check(subject) {
        const [stage] = subject.chain;
        const [from] = stage?.instructions ?? [];
        const image = stage?.base.image ?? '';
        if (from === undefined || !isFloating(image))
            return [];
        return [
            {
                message: `\`${image}\` is another image from time to time, and with it this one's size: name a version, or its digest`,
                range: from.words[0]?.range ?? from.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};
/** Not where a variable names it, which a build may set; an image of the Dockerfile's own is never the first. */
function isFloating(image) {
    if (image === '' || image === 'scratch' || /[@$]/.test(image))
        return false;
    const name = image.slice(image.lastIndexOf('/') + 1);
    const colon = name.indexOf(':');
    return colon === -1 || floating.test(name.slice(colon + 1));
}
