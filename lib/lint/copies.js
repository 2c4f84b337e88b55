import { posix } from 'node:path';
/** COPY and ADD of the stages that reach the image, in their order. */
export const copiesOf = (subject) => subject.chain.flatMap((stage) => stage.instructions.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD'));
export const flagOf = ({ flags }, name) => flags.find((flag) => flag.name === name)?.value ?? null;
/** Whether it copies from the build context, not from a stage or an image. */
export const isFromContext = (copy) => copy.flags.every(({ name }) => name !== 'from');
/** As written. */
export const sourcesOf = (copy) => copy.words.slice(0, -1).map(({ text }) => text);
export const copiesWholeContext = (copy) => isFromContext(copy) && sourcesOf(copy).some((source) => ['.', './', '/'].includes(source));
/** Where it copies to, as layers write paths ('' is the root); null where variables or the base image decide. */
export function targetOf(subject, copy) {
    const target = copy.words.at(-1)?.text;
    return target === undefined ? null : imagePath(target, workdirAt(subject, copy));
}
/** A path as it is written at `workdir`, as layers write it (bytes as latin1); null where it is not known. */
export function imagePath(written, workdir) {
    if (written.includes('$') || (workdir === null && !written.startsWith('/')))
        return null;
    const path = posix.resolve('/', workdir ?? '', written).slice(1);
    return Buffer.from(path).toString('latin1');
}
/** The working directory in which `instruction` runs; null where variables or the base image decide. */
export function workdirAt(subject, instruction) {
    let workdir = subject.chain[0]?.base.image === 'scratch' ? '/' : null;
    for (const line of subject.chain.flatMap(({ instructions }) => instructions)) {
        if (line === instruction)
            break;
        const next = line.keyword === 'WORKDIR' ? line.words[0]?.text : undefined;
        if (next === undefined)
            continue;
        const isKnown = !next.includes('$') && (next.startsWith('/') || workdir !== null);
        workdir = isKnown ? posix.resolve(workdir ?? '/', next) : null;
    }
    return workdir;
}
/** Whether `path` is `folder`, or below it. */
export const isWithin = (folder, path) => folder === '' || path === folder || path.startsWith(`${folder}/`);
