import { keptFiles } from "../../claims.js";
import { programWords, runs } from "../../commands.js";
import { insertBehind } from "../../edits.js";
import { inheritedWords } from "../../left-behind.js";
import { shipped } from "../../shipped.js";
/** Not a module that is shipped as bytecode alone, which lies where its source would. */
const isBytecode = (path) => path.endsWith('.pyc') && path.includes('__pycache__/');
export const pythonBytecodeShipped = shipped({
    name: 'python-bytecode-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: "Python's compiled modules stay in the layer: install with `--no-compile`, or run with `PYTHONDONTWRITEBYTECODE=1`; a start then compiles what it imports",
    find: (layer, instruction, subject) => (isAskedFor(subject, instruction) ? [] : keptFiles(layer, isBytecode)),
    fix: (_claims, run, subject) => fixOf(subject, run),
});
/** Whoever compiles on purpose pays for a quick start. */
const isAskedFor = (subject, instruction) => /compileall|py_compile|--compile\b/.test(instruction.text) ||
    inheritedWords(subject, instruction).some((word) => word.startsWith('UV_COMPILE_BYTECODE'));
function fixOf(subject, run) {
    const installs = run.commands.filter((command) => runs(command, ['pip', 'pip2', 'pip3'], ['install']) && !programWords(command).includes('--no-compile'));
    const edits = installs.map(({ range }) => insertBehind(subject, range, ' --no-compile'));
    return edits.length === 0 ? null : { safe: false, edits };
}
