import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { describeFiles, keptFiles } from '../../claims.ts';
import { hasCacheMount, programWords, runs } from '../../commands.ts';
import { insertBehind } from '../../edits.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintSubject, layerOf } from '../../subject.ts';

const cacheFolder = /(^|\/)\.cache\/pip\//;
const setting = 'PIP_NO_CACHE_DIR';

export const pipCacheLeftBehind: Rule = {
  name: 'pip-cache-left-behind',
  aliases: ['DL3042'],
  severity: 'warning',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const layer = layerOf(subject, run);
  const command = isSwitchedOff(subject, run) ? undefined : run.commands.find(installsWithCache);
  if (layer === null && command === undefined) return [];
  const claims = layer === null ? null : keptFiles(layer, (path) => cacheFolder.test(path));
  return [
    {
      message: "pip's download cache stays in the layer: pass `--no-cache-dir`, or mount a cache at `/root/.cache/pip`",
      range: command?.range ?? run.range,
      claims,
      evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
      fix:
        command === undefined ? null : { safe: true, edits: [insertBehind(subject, command.range, ' --no-cache-dir')] },
    },
  ];
}

/** By a cache mount, or by an ENV or ARG that the RUN inherits. */
const isSwitchedOff = (subject: LintSubject, run: Instruction): boolean =>
  hasCacheMount(run, 'root/.cache/pip') ||
  ['ENV', 'ARG'].some((keyword) =>
    instructionsOf(subject, keyword).some(
      (instruction) =>
        instruction.range.firstLine < run.range.firstLine && instruction.words.some(({ text }) => sets(text, setting)),
    ),
  );

const sets = (word: string, name: string): boolean => word === name || word.startsWith(`${name}=`);

function installsWithCache(command: ShellCommand): boolean {
  const isPip =
    runs(command, ['pip', 'pip2', 'pip3'], ['install', 'wheel', 'download']) ||
    (/^python[\d.]*$/.test(programWords(command)[0] ?? '') && isPipModule(command));
  const removed = programWords(command).includes('--no-cache-dir') || command.assignments.some((a) => sets(a, setting));
  return isPip && !removed;
}

function isPipModule(command: ShellCommand): boolean {
  const words = programWords(command);
  const at = words.indexOf('-m');
  return at > 0 && words[at + 1] === 'pip' && words.slice(at + 2).includes('install');
}
