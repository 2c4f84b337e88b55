import { programWords } from "./commands.js";
/** What an image runs, or has run by others. */
const started = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD'];
/** The RUNs of the image's stages behind an instruction. */
export function runsBehind({ chain }, instruction) {
    const all = chain.flatMap(({ instructions }) => instructions);
    return all.slice(all.indexOf(instruction) + 1).filter(({ keyword }) => keyword === 'RUN');
}
/**
 * Whether one of `programs` is named by what the image starts, by a script that no package brought, or, `whileBuilding`,
 * by a later RUN. A program of the image that starts it by other means does not show.
 */
export function isProgramUsed(programs, { subject, installed, instruction }, { whileBuilding } = { whileBuilding: true }) {
    const isNamed = namesAny(programs);
    const instructions = subject.chain.flatMap((stage) => stage.instructions);
    return (instructions.some(({ keyword, text }) => started.includes(keyword) && isNamed(text)) ||
        (whileBuilding && runsBehind(subject, instruction).some(({ text }) => isNamed(text))) ||
        programs.some((program) => installed?.namedByScripts.has(program)));
}
/** Whether a later RUN runs one of `programs`. */
export const runsLater = (programs, { subject, instruction }) => runsBehind(subject, instruction).some(({ commands }) => commands.some((command) => programs.includes(programWords(command)[0] ?? '')));
/** Whether a text has one of `words`, not as a part of another. */
function namesAny(words) {
    const escaped = words.map((word) => word.replaceAll('+', '\\+'));
    const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`);
    return (text) => pattern.test(text);
}
