import { copiesOf, flagOf } from "../../copies.js";
import { copiesFolder, surplusOf } from "../../stage-copies.js";
import { layerOf } from "../../subject.js";
const leftovers = /^(?:var\/lib\/apt\/lists|var\/cache\/(?:apt|apk|dnf|yum|zypp)|var\/log|tmp|var\/tmp)\/|(?:^|\/)(?:\.cache|\.npm\/_cacache|\.cargo\/registry|\.m2\/repository|\.gradle\/caches)\//;
export const copiesEntireFilesystem = {
    name: 'copies-entire-filesystem',
    aliases: ['DL3067'],
    severity: 'warning',
    check: (subject) => copiesOf(subject)
        .filter((copy) => copiesFolder(copy, ['/']) && copy.words.at(-1)?.text === '/')
        .flatMap((copy) => checkCopy(subject, copy)),
};
function checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    // Onto nothing it is the way to make one layer of several.
    const isSquash = subject.chain[0]?.base.image === 'scratch';
    if (layer === null && (isSquash || !isBuilt(subject, flagOf(copy, 'from'))))
        return [];
    return [
        {
            message: 'the whole file system of another stage is copied: what this image has already and what the build left behind come along; copy what you made there',
            range: copy.range,
            ...(layer === null ? { claims: null, evidence: [] } : surplusOf(layer, (path) => leftovers.test(path))),
            fix: null,
        },
    ];
}
/** Whether a stage of the file has a system to run commands in: an image may be a few tools, made to be copied whole. */
const isBuilt = ({ dockerfile }, from) => dockerfile.stages.some(({ name, index, instructions }) => (name === from?.toLowerCase() || String(index) === from) && instructions.some(({ keyword }) => keyword === 'RUN'));
