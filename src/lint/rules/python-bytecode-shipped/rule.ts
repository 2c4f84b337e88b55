import type { Instruction } from '../../../model/dockerfile.ts';
import { keptFiles } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import { fixOfAll, insertOption } from '../../edits.ts';
import { inherits } from '../../left-behind.ts';
import type { Draft, Rule } from '../../rule.ts';
import { shipped } from '../../shipped.ts';
import type { LintSubject } from '../../subject.ts';

/** Not a module that is shipped as bytecode alone, which lies where its source would. */
const isBytecode = (path: string): boolean => path.endsWith('.pyc') && path.includes('__pycache__/');

export const pythonBytecodeShipped: Rule = shipped({
  name: 'python-bytecode-shipped',
  aliases: [],
  severity: 'info',
  keywords: ['RUN', 'COPY', 'ADD'],
  message:
    "Python's compiled modules stay in the layer: install with `--no-compile`, or run with `PYTHONDONTWRITEBYTECODE=1`; a start then compiles what it imports",
  find: (layer, instruction, subject) => (isAskedFor(subject, instruction) ? [] : keptFiles(layer, isBytecode)),
  fix: (_claims, run, subject) => fixOf(subject, run),
});

/** Whoever compiles on purpose pays for a quick start. */
const isAskedFor = (subject: LintSubject, instruction: Instruction): boolean =>
  /compileall|py_compile|--compile\b/.test(instruction.text) || inherits(subject, instruction, ['UV_COMPILE_BYTECODE']);

function fixOf(subject: LintSubject, run: Instruction): Draft['fix'] {
  const installs = run.commands.filter(
    (command) => runs(command, ['pip', 'pip2', 'pip3'], ['install']) && !programWords(command).includes('--no-compile'),
  );
  const edits = installs.map((command) => insertOption(subject, command, '--no-compile'));
  return fixOfAll(edits, false);
}
