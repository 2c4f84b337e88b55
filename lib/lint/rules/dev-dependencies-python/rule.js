import { programWords, subcommandOf } from "../../commands.js";
import { insertBehind } from "../../edits.js";
import { unneededPackages } from "../../unneeded.js";
import { leaveOut } from "../../unneeded-fixes.js";
import { isProgramUsed } from "../../use.js";
const tools = /^(?:pytest|pytest-.+|black|flake8|flake8-.+|mypy|pyright|pytype|pylint|ruff|isort|autopep8|yapf|bandit|coverage|tox|nox|pre-commit|hypothesis|faker|factory-boy|ipython|ipdb|pudb|jupyter|jupyterlab|notebook|sphinx|mkdocs|twine|freezegun|vcrpy|types-.+)$/;
export const devDependenciesPython = unneededPackages({
    name: 'dev-dependencies-python',
    aliases: [],
    severity: 'warning',
    managers: ['python'],
    isMeant: (name) => tools.test(name),
    isUsed: (name, use) => isProgramUsed(programsOf(name), use, { whileBuilding: false }),
    message: (names) => `${names}: tools of development in the image: keep them in a group of their own, and install without it (\`uv sync --no-dev\`, \`poetry install --only main\`, another requirements file)`,
    fix: fixOf,
});
function programsOf(name) {
    if (name === 'factory-boy')
        return ['faker', 'factory'];
    return name === 'jupyterlab' || name === 'notebook' ? ['jupyter', 'jupyter-lab', 'notebook'] : [name];
}
/** Leaves groups out where a lock is installed, else names. */
function fixOf(subject, found) {
    const edits = found.instruction.commands.flatMap((command) => {
        const option = withoutGroup(command);
        return option === null ? [] : [insertBehind(subject, command.range, ` ${option}`)];
    });
    return edits.length > 0 ? { safe: false, edits } : leaveOut(subject, found);
}
function withoutGroup(command) {
    const [program, ...words] = programWords(command);
    const says = (...options) => words.some((word) => options.includes(word.split('=')[0] ?? ''));
    const subcommand = subcommandOf(command);
    if (program === 'uv' && subcommand === 'sync')
        return says('--no-dev', '--no-default-groups') ? null : '--no-dev';
    if (program === 'poetry' && subcommand === 'install') {
        return says('--only', '--without', '--with', '--no-dev') ? null : '--only main';
    }
    return null;
}
