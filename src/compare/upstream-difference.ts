import type { MeasuredLayer, Measurement, UpstreamLine } from '../model/measurement.ts';

/** A line that stands on one side alone, or in another order. */
export interface ChangedLine {
  readonly line: UpstreamLine;
  readonly how: 'added' | 'removed' | 'edited' | 'moved';
}

/** The same line on both sides. */
export interface LinePair {
  readonly before: UpstreamLine;
  readonly after: UpstreamLine;
}

/** How the lines that decide what a layer holds differ between two builds. */
export interface UpstreamDifference {
  readonly lines: readonly ChangedLine[];
  /** Names of build arguments that those lines declare and that have other values; null: not known. */
  readonly buildArgs: readonly string[] | null;
  /** Lines that took other files or texts. */
  readonly files: readonly UpstreamLine[];
  /** Lines that took other images, and nothing else that changed. */
  readonly images: readonly LinePair[];
  /** Lines of which it is not known what they took. */
  readonly untold: readonly UpstreamLine[];
}

/** A layer in its image, for what the image says of the whole build. */
export interface LayerOf {
  readonly layer: MeasuredLayer;
  readonly image: Pick<Measurement, 'buildArgs'>;
}

/** Null where a side does not tell its lines. */
export function upstreamDifference(before: LayerOf, after: LayerOf): UpstreamDifference | null {
  const [old, current] = [before.layer.upstream, after.layer.upstream];
  if (old === null || current === null) return null;
  const { pairs, lines } = alignLines(canonical(old), canonical(current));
  const contents = pairs.map((pair) => ({ pair, change: contentChange(pair) }));
  const having = (change: ContentChange) => contents.filter((found) => found.change === change).map(({ pair }) => pair);
  return {
    lines,
    buildArgs: buildArgChanges(declaredNames([...old, ...current]), before.image, after.image),
    files: having('files').map(({ after }) => after),
    images: having('images'),
    untold: having('unknown').map(({ after }) => after),
  };
}

/** Whether two instructions are the same but for the names of stages. */
export function sameInstruction(before: MeasuredLayer, after: MeasuredLayer): boolean {
  const text = ({ instruction, upstream }: MeasuredLayer) =>
    instruction === null ? null : withoutStageNames(instruction, stagesOf(upstream ?? []));
  return before.instruction === after.instruction || text(before) === text(after);
}

/** `Dockerfile:7 in builder`. */
export function placeOf({ location: { file, firstLine, stage } }: UpstreamLine): string {
  return `${file}:${firstLine}${stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`}`;
}

interface CanonicalLine {
  readonly line: UpstreamLine;
  /** The instruction with stages numbered in the order in which they stand, so that a renamed one is no change. */
  readonly text: string;
}

function canonical(lines: readonly UpstreamLine[]): readonly CanonicalLine[] {
  const stages = stagesOf(lines);
  return lines.map((line) => ({ line, text: withoutStageNames(line.instruction, stages) }));
}

const stagesOf = (lines: readonly UpstreamLine[]): readonly string[] => [
  ...new Set(lines.flatMap(({ location }) => location.stage ?? [])),
];

function withoutStageNames(instruction: string, stages: readonly string[]): string {
  const named = (prefix: string, name: string) => {
    const index = stages.indexOf(name.toLowerCase());
    return `${prefix}${index === -1 ? name : `#${index}`}`;
  };
  if (/^FROM /i.test(instruction)) {
    return instruction
      .replace(/ AS \S+$/i, '')
      .replace(/^((?:\S+ )(?:--\S+ )*)(\S+)$/, (_, prefix: string, name: string) => named(prefix, name));
  }
  return instruction.replace(/((?:--|,)from=)([^\s,]+)/g, (_, prefix: string, name: string) => named(prefix, name));
}

/** Lines of the same text are paired in their order; what is left was added, removed or edited. */
function alignLines(
  before: readonly CanonicalLine[],
  after: readonly CanonicalLine[],
): { readonly pairs: readonly LinePair[]; readonly lines: readonly ChangedLine[] } {
  const waiting = Map.groupBy(before.keys(), (index) => before[index]?.text ?? '');
  const pairs: LinePair[] = [];
  const lines: ChangedLine[] = [];
  const added: UpstreamLine[] = [];
  let last = -1;
  for (const { line, text } of after) {
    const index = waiting.get(text)?.shift();
    const partner = index === undefined ? undefined : before[index]?.line;
    if (index === undefined || partner === undefined) {
      added.push(line);
      continue;
    }
    pairs.push({ before: partner, after: line });
    if (index < last) lines.push({ line, how: 'moved' });
    last = Math.max(last, index);
  }
  const removed = [...waiting.values()].flat().flatMap((index) => before[index]?.line ?? []);
  return { pairs, lines: [...unpaired(removed, added), ...lines] };
}

const keywordOf = ({ instruction }: UpstreamLine): string => instruction.split(' ', 1)[0] ?? '';

/** A removed line and an added one of the same keyword are one that was edited. */
function unpaired(removed: readonly UpstreamLine[], added: readonly UpstreamLine[]): ChangedLine[] {
  const gone = [...removed];
  const lines = added.map((line): ChangedLine => {
    const index = gone.findIndex((other) => keywordOf(other) === keywordOf(line));
    if (index === -1) return { line, how: 'added' };
    gone.splice(index, 1);
    return { line, how: 'edited' };
  });
  return [...lines, ...gone.map((line): ChangedLine => ({ line, how: 'removed' }))];
}

type ContentChange = 'none' | 'unknown' | 'files' | 'images';

function contentChange({ before, after }: LinePair): ContentChange {
  if (before.content === null || after.content === null) return 'unknown';
  if (before.content === after.content) return 'none';
  const [old, current] = [before.content.split(' '), after.content.split(' ')];
  const different = [
    ...old.filter((part) => !current.includes(part)),
    ...current.filter((part) => !old.includes(part)),
  ];
  return different.every((part) => part.startsWith('sha256:')) ? 'images' : 'files';
}

/** Names that ARG lines declare. */
function declaredNames(lines: readonly UpstreamLine[]): ReadonlySet<string> {
  const declarations = lines.filter((line) => keywordOf(line) === 'ARG').map(({ instruction }) => instruction);
  return new Set(
    declarations.flatMap((text) => Array.from(text.matchAll(/ (\w+)(?==| |$)/g), ([, name]) => name ?? '')),
  );
}

/** Null where it is not known what values there were. */
function buildArgChanges(
  names: ReadonlySet<string>,
  { buildArgs: before }: LayerOf['image'],
  { buildArgs: after }: LayerOf['image'],
): readonly string[] | null {
  if (names.size === 0) return [];
  if (before === null || after === null) return null;
  const sum = (args: Readonly<Record<string, string>>, name: string) => (Object.hasOwn(args, name) ? args[name] : null);
  return [...names].filter((name) => sum(before, name) !== sum(after, name));
}
