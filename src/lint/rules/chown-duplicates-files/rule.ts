import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { describeFiles } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

export const chownDuplicatesFiles: Rule = {
  name: 'chown-duplicates-files',
  aliases: [],
  severity: 'warning',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const layer = layerOf(subject, run);
  const command = run.commands.find(isRecursiveChown);
  if (layer === null && command === undefined) return [];
  const claims = layer === null ? null : rewrittenByChown(layer, run);
  return [
    {
      message:
        'chown on files of an earlier layer stores each of them again: set the owner as they arrive (`COPY --chown=…`), or change it in the RUN that makes them',
      range: command?.range ?? run.range,
      claims,
      evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
      fix: null,
    },
  ];
}

const isChown = (command: ShellCommand): boolean => runs(command, ['chown', 'chgrp']);

const isRecursiveChown = (command: ShellCommand): boolean =>
  isChown(command) && programWords(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));

/** A chown that the RUN names may also have set the owner that a file had: that costs as much. */
function rewrittenByChown(layer: LintLayer, run: Instruction): Claim[] {
  const isNamed = run.commands.some(isChown);
  return layer.rewritten
    .filter(({ ownerChanged }) => ownerChanged || isNamed)
    .map(({ entry }) => ({ layer: layer.index, entry }));
}
