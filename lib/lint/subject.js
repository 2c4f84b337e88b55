export const instructionsOf = (subject, keyword) => subject.chain.flatMap((stage) => stage.instructions.filter((instruction) => instruction.keyword === keyword));
/** The layer that `instruction` made; null without an image, or where it made none that we know of. */
export function layerOf(subject, instruction) {
    const { firstLine } = instruction.range;
    const made = ({ origin, location }) => origin !== 'base' && location?.firstLine === firstLine;
    return subject.layers?.find(made) ?? null;
}
/** The instruction of the linted file that made `layer`; null where that is not known, and for the base image's. */
export function instructionOf(subject, { origin, location }) {
    if (location === null || origin === 'base')
        return null;
    const instructions = subject.chain.flatMap((stage) => stage.instructions);
    return instructions.find(({ range }) => range.firstLine === location.firstLine) ?? null;
}
/** `Dockerfile:4`, or `layer 3` where its line is not known. */
export const placeOf = ({ location, index }) => location === null ? `layer ${index + 1}` : `${location.file}:${location.firstLine}`;
