import type { ShellCommand } from '../../../model/dockerfile.ts';
import { programWords, subcommandOf } from '../../commands.ts';
import { insertOption } from '../../edits.ts';
import type { Draft, Rule } from '../../rule.ts';
import type { LintSubject } from '../../subject.ts';
import { type Found, unneededPackages } from '../../unneeded.ts';
import { leaveOut } from '../../unneeded-fixes.ts';
import { isProgramUsed } from '../../use.ts';

const tools =
  /^(?:pytest|pytest-.+|black|flake8|flake8-.+|mypy|pyright|pytype|pylint|ruff|isort|autopep8|yapf|bandit|coverage|tox|nox|pre-commit|hypothesis|faker|factory-boy|ipython|ipdb|pudb|jupyter|jupyterlab|notebook|sphinx|mkdocs|twine|freezegun|vcrpy|types-.+)$/;

export const devDependenciesPython: Rule = unneededPackages({
  name: 'dev-dependencies-python',
  aliases: [],
  severity: 'warning',
  managers: ['python'],
  isMeant: (name) => tools.test(name),
  isUsed: (name, use) => isProgramUsed(programsOf(name), use, { whileBuilding: false }),
  message: (names) =>
    `${names}: tools of development in the image: keep them in a group of their own, and install without it (\`uv sync --no-dev\`, \`poetry install --only main\`, another requirements file)`,
  fix: fixOf,
});

function programsOf(name: string): string[] {
  if (name === 'factory-boy') return ['faker', 'factory'];
  return name === 'jupyterlab' || name === 'notebook' ? ['jupyter', 'jupyter-lab', 'notebook'] : [name];
}

/** Leaves groups out where a lock is installed, else names. */
function fixOf(subject: LintSubject, found: Found): Draft['fix'] {
  const edits = found.instruction.commands.flatMap((command) => {
    const option = withoutGroup(command);
    return option === null ? [] : (insertOption(subject, command, option) ?? []);
  });
  return edits.length > 0 ? { safe: false, edits } : leaveOut(subject, found);
}

function withoutGroup(command: ShellCommand): string | null {
  const [program, ...words] = programWords(command);
  const says = (...options: string[]) => words.some((word) => options.includes(word.split('=')[0] ?? ''));
  const subcommand = subcommandOf(command);
  if (program === 'uv' && subcommand === 'sync') return says('--no-dev', '--no-default-groups') ? null : '--no-dev';
  if (program === 'poetry' && subcommand === 'install') {
    return says('--only', '--without', '--with', '--no-dev') ? null : '--only main';
  }
  return null;
}
