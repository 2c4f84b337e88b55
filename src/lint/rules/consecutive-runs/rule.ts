import type { Instruction } from '../../../model/dockerfile.ts';
import { describeFiles } from '../../claims.ts';
import { runs } from '../../commands.ts';
import { between, endOf, textAt } from '../../places.ts';
import { replaceAt } from '../../removals.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { type HiddenFile, type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

export const consecutiveRuns: Rule = {
  name: 'consecutive-runs',
  aliases: ['DL3059'],
  severity: 'info',
  // Without layers there is no telling whether it costs anything, and mostly it does not.
  check: (subject) =>
    subject.layers === null ? [] : runGroups(subject).flatMap((group) => checkGroup(subject, group)),
};

/** RUNs that follow one another in a stage, two and more. */
function runGroups(subject: LintSubject): Instruction[][] {
  const groups: Instruction[][] = [];
  for (const { instructions } of subject.chain) {
    let group: Instruction[] = [];
    for (const instruction of instructions) {
      if (instruction.keyword !== 'RUN') group = [];
      else if (group.push(instruction) === 2) groups.push(group);
    }
  }
  return groups;
}

/** One finding for each part of the group whose RUNs write the same files: the others are well as they are. */
function checkGroup(subject: LintSubject, group: readonly Instruction[]): Draft[] {
  const rewrites = rewritesIn(subject, group);
  return spansOf(rewrites).map(({ from, to }) => {
    const runs = group.slice(from, to + 1);
    const claims = rewrites.filter((rewrite) => rewrite.from >= from && rewrite.to <= to).map(({ claim }) => claim);
    return draftOf(subject, runs, claims);
  });
}

function draftOf(subject: LintSubject, runs: readonly Instruction[], claims: readonly Claim[]): Draft {
  const [first, last] = [runs[0], runs.at(-1)] as [Instruction, Instruction];
  const { lastLine, lastColumn } = last.range;
  return {
    message: `${runs.length} RUNs follow one another and write the same files again, which all stay in the image: join them by \`&&\``,
    range: { ...first.range, lastLine, lastColumn },
    claims,
    evidence: [describeFiles(claims.map(({ entry }) => entry))],
    fix: fixOf(subject, runs),
  };
}

/** RUNs by their places in a group. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Rewrite extends Span {
  /** The copy that one RUN would not leave. */
  readonly claim: Claim;
}

/** What one of the RUNs wrote and a later one of them wrote again: package databases, logs, caches. */
function rewritesIn(subject: LintSubject, group: readonly Instruction[]): Rewrite[] {
  const layers = group.map((run) => layerOf(subject, run));
  const placeOf = new Map(layers.flatMap((layer, at) => (layer === null ? [] : [[layer.index, at] as const])));
  return layers.flatMap((layer, from) =>
    (layer?.hidden ?? []).flatMap((file) => {
      const to = placeOf.get(file.by);
      const claim =
        layer === null || to === undefined || to <= from ? null : spareCopy(file, layer, layers[to] ?? null);
      return to === undefined || claim === null ? [] : [{ from, to, claim }];
    }),
  );
}

/**
 * The first copy; the second where it is the same, since that is what other rules price where a change of owner or mode
 * made it.
 */
function spareCopy({ entry, how }: HiddenFile, first: LintLayer, second: LintLayer | null): Claim | null {
  if (how === 'deleted') return null;
  if (how === 'modified') return { layer: first.index, entry };
  const again = second?.rewritten.find((file) => file.entry.path === entry.path);
  return second === null || again === undefined ? null : { layer: second.index, entry: again.entry };
}

/** The rewrites' spans, those that overlap as one. */
function spansOf(rewrites: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of [...rewrites].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) spans[spans.length - 1] = { ...last, to: Math.max(last.to, to) };
    else spans.push({ from, to });
  }
  return spans;
}

function fixOf(subject: LintSubject, group: readonly Instruction[]): Draft['fix'] {
  const pairs = group.slice(1).map((run, at) => [group[at] as Instruction, run] as const);
  const canJoin = subject.dockerfile.escape === '\\' && pairs.every(([one, other]) => isJoinable(subject, one, other));
  if (!canJoin) return null;
  return {
    safe: false,
    edits: pairs.map(([one, { range, commands }]) =>
      replaceAt(subject, between(one.range, commands[0]?.range ?? range), ' \\\n && '),
    ),
  };
}

/** What a shell keeps for its next command: a RUN of its own begins without it. */
const lasting = [
  ...['cd', 'pushd', 'popd', 'export', 'unset', 'set', 'shopt', 'source', '.', 'umask', 'ulimit', 'trap', 'exec'],
  ...['exit', 'alias', 'eval', 'read', 'readonly', 'declare', 'typeset'],
];

/** Neither flags, nor more than commands, nor comments in between, and nothing that the second would inherit. */
function isJoinable(subject: LintSubject, one: Instruction, other: Instruction): boolean {
  const [command] = other.commands;
  const last = one.commands.at(-1);
  if (command === undefined || last === undefined) return false;
  if ([one, other].some(({ flags, text }) => flags.length > 0 || text.includes('<<'))) return false;
  const changesShell = one.commands.some(
    (each) => runs(each, lasting) || each.words.length === 0 || each.operator === '&' || each.operator === '||',
  );
  // Behind `||`, `;` or `&` it would go on though the first RUN failed.
  const goesOn = other.commands.some(({ operator }) => ['||', ';', '&'].includes(operator ?? ''));
  return (
    !changesShell &&
    !goesOn &&
    /[^;&|\\]$/.test(one.text) &&
    !textAt(subject, between(last.range, endOf(one.range))).includes('#') &&
    /^\s*RUN\s+$/i.test(textAt(subject, between(one.range, command.range)))
  );
}
