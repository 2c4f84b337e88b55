import { posix } from 'node:path';
import { copiesOf } from "../../copies.js";
import { copiesFolder, surplusOf } from "../../stage-copies.js";
import { layerOf } from "../../subject.js";
/** They hold a base image's own files, too. */
const shared = ['/usr', '/usr/local'];
/** They may hold nothing but what is wanted: a layer tells. */
const possible = [...shared, '/root', '/opt'];
/** Headers, pages, Python's parts for making and installing programs, and caches of package managers. */
const leftovers = /^(?:usr\/|usr\/local\/|opt\/[^/]+\/)(?:include|share\/(?:doc|man|info))\/|\/python3\.\d+\/(?:(?:site-packages\/)?(?:pip|setuptools|wheel)|idlelib|ensurepip|turtledemo|lib2to3|test)\/|(?:^|\/)(?:\.cache|\.npm\/_cacache|\.cargo\/registry|\.m2\/repository|\.gradle\/caches)\//;
export const copiesWholeUsrLocal = {
    name: 'copies-whole-usr-local',
    aliases: [],
    severity: 'warning',
    check: (subject) => copiesOf(subject)
        .filter((copy) => copiesFolder(copy, possible))
        .flatMap((copy) => checkCopy(subject, copy)),
};
function checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    if (layer === null && !(copiesFolder(copy, shared) && copiesOntoItself(copy)))
        return [];
    return [
        {
            message: 'a whole folder of the system is copied from another stage: what this image has already and what only the build needed come along; copy what you installed there',
            range: copy.range,
            ...(layer === null ? { claims: null, evidence: [] } : surplusOf(layer, (path) => leftovers.test(path))),
            fix: null,
        },
    ];
}
function copiesOntoItself(copy) {
    const [source, target] = copy.words.map(({ text }) => posix.resolve('/', text));
    return copy.words.length === 2 && source === target;
}
