import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { describeFiles } from '../../claims.ts';
import { programWords, runs } from '../../commands.ts';
import { copiesOf, flagOf, imagePath, isWithin, targetOf, workdirAt } from '../../copies.ts';
import { insertFlag, removeCommand } from '../../removals.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

export const chmodDuplicatesFiles: Rule = {
  name: 'chmod-duplicates-files',
  aliases: [],
  severity: 'warning',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const layer = layerOf(subject, run);
  const copied = copiedBefore(subject, run);
  const culprit = layer === null ? run.commands.find(isRecursiveChmod) : run.commands.find(storesAgain);
  if (layer === null && (culprit === undefined || copied === null)) return [];
  const claims = layer === null ? null : storedAgain(subject, layer, run);
  return [
    {
      message:
        'chmod, touch or mv on files of an earlier layer stores each of them again: set the mode as they arrive (`COPY --chmod=…`), or do it in the RUN that makes them',
      range: culprit?.range ?? run.range,
      claims,
      evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
      fix: copied === null ? null : fixOf(subject, run, copied),
    },
  ];
}

/** A hard link's target is written again, too, as are files whose times or attributes change. */
const storesAgain = (command: ShellCommand): boolean => runs(command, ['chmod', 'touch', 'mv', 'ln', 'setcap']);

const isRecursiveChmod = (command: ShellCommand): boolean =>
  runs(command, ['chmod']) && programWords(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));

/** Changed owners are another rule's. */
function storedAgain(subject: LintSubject, layer: LintLayer, run: Instruction): Claim[] {
  const isNamed = run.commands.some(storesAgain);
  const rewritten = layer.rewritten
    .filter(({ ownerChanged, modeChanged }) => !ownerChanged && (modeChanged || isNamed))
    .map(({ entry }) => ({ layer: layer.index, entry }));
  return run.commands.some((command) => runs(command, ['mv']))
    ? [...rewritten, ...movedBy(layer, subject.layers ?? [])]
    : rewritten;
}

/** What a lower layer of the user's still holds at the path that a file was moved from. */
function movedBy(layer: LintLayer, layers: readonly LintLayer[]): Claim[] {
  const gone = layers
    .filter(({ origin }) => origin !== 'base')
    .flatMap(({ index, hidden }) =>
      hidden
        .filter(({ by, how }) => by === layer.index && how === 'deleted')
        .map(({ entry }) => ({ layer: index, entry })),
    );
  if (gone.length === 0) return [];
  const sizes = new Set(gone.map(({ entry }) => entry.size));
  const hashes = new Set(layer.live.filter(({ size }) => sizes.has(size)).map(({ hash }) => hash));
  return gone.filter(({ entry }) => entry.hash !== null && hashes.has(entry.hash));
}

interface Copied {
  readonly chmod: ShellCommand;
  readonly copy: Instruction;
  /** The one path that is changed; it may be more than what was copied. */
  readonly path: string;
}

/** The COPY before a RUN whose files a `chmod -R` in it changes. */
function copiedBefore(subject: LintSubject, run: Instruction): Copied | null {
  const chmod = run.commands.find(isRecursiveChmod);
  if (chmod === undefined) return null;
  const [, ...written] = operandsOf(chmod);
  // A `cd` leads elsewhere.
  const workdir = run.commands.some((command) => runs(command, ['cd', 'pushd'])) ? null : workdirAt(subject, run);
  const [path = null, ...others] = written.map((word) => imagePath(word, workdir));
  if (path === null || path === '' || others.length > 0) return null;
  const copy = copiesOf(subject).findLast((each) => {
    const target = targetOf(subject, each);
    return each.range.firstLine < run.range.firstLine && target !== null && isWithin(path, target);
  });
  return copy === undefined ? null : { chmod, copy, path };
}

const operandsOf = (command: ShellCommand): string[] =>
  programWords(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));

/** `COPY --chmod` means the same where all that changes was copied there, and the mode is a number. */
function fixOf(subject: LintSubject, run: Instruction, { chmod, copy, path }: Copied): Draft['fix'] {
  const [mode = ''] = operandsOf(chmod);
  const isSame = copy.keyword === 'COPY' && targetOf(subject, copy) === path && flagOf(copy, 'chmod') === null;
  const removal = isSame && /^[0-7]{3,4}$/.test(mode) ? removeCommand(subject, run, chmod) : null;
  return removal === null ? null : { safe: false, edits: [insertFlag(subject, copy, `--chmod=${mode}`), removal] };
}
