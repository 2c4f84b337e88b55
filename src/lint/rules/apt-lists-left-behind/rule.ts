import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { describeFiles, keptFiles } from '../../claims.ts';
import { hasCacheMount, programWords, runs } from '../../commands.ts';
import { insertBehind } from '../../edits.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject, layerOf } from '../../subject.ts';

const lists = 'var/lib/apt/lists';

export const aptListsLeftBehind: Rule = {
  name: 'apt-lists-left-behind',
  aliases: ['DL3009', 'DKL-DI-0005'],
  severity: 'warning',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const layer = layerOf(subject, run);
  const command = commandThatLeavesLists(run);
  // With a layer at hand its files decide: a cleanup in a script counts, and so does an update in one.
  if (layer === null && command === null) return [];
  const claims = layer === null ? null : keptFiles(layer, (path) => path.startsWith(`${lists}/`));
  return [
    {
      message: `apt's package lists stay in the layer: remove \`/${lists}/*\` in the same RUN, or mount a cache there`,
      range: command?.range ?? run.range,
      claims,
      evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
      fix:
        command === null
          ? null
          : { safe: true, edits: [insertBehind(subject, command.range, ` && rm -rf /${lists}/*`)] },
    },
  ];
}

/** The last command that fills the lists, where nothing behind it removes them. */
function commandThatLeavesLists(run: Instruction): ShellCommand | null {
  if (hasCacheMount(run, lists)) return null;
  const last = run.commands.findLastIndex((command) =>
    runs(command, ['apt-get', 'apt', 'aptitude'], ['update', 'install']),
  );
  const isRemoved = run.commands.slice(last + 1).some(removesLists);
  return last < 0 || isRemoved || !run.commands.some(updates) ? null : (run.commands[last] ?? null);
}

const updates = (command: ShellCommand): boolean => runs(command, ['apt-get', 'apt', 'aptitude'], ['update']);

const removesLists = (command: ShellCommand): boolean =>
  runs(command, ['rm', 'find']) && programWords(command).some((word) => word.startsWith(`/${lists}`));
