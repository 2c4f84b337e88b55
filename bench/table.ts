import { readFile, writeFile } from 'node:fs/promises';
import type { Run } from './time.ts';

export interface Row {
  readonly store: string;
  readonly what: string;
  readonly run: Run;
  /** Wall clock beside `docker save` in the same run. */
  readonly ratio: number;
}

const shown = (value: number | null, text: (value: number) => string): string => (value === null ? '–' : text(value));

export function renderRows(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ store, what, run, ratio }) =>
    [
      '',
      store,
      what,
      `${run.seconds.toFixed(1)} s`,
      `${ratio.toFixed(2)} ×`,
      shown(run.cpuSeconds, (seconds) => `${seconds.toFixed(1)} s`),
      shown(run.peakBytes, (bytes) => `${Math.round(bytes / 1e6)} MB`),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return [
    `An image of ${title}; whole commands, medians, processor time and peak memory of the client:`,
    '',
    '| image store | what | time | beside `docker save` | processor | memory |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** Seconds of the wall clock. */
export interface StartUp {
  /** Node alone, with nothing to do. */
  readonly node: number;
  /** `dist/index.js` until it has written a line. */
  readonly firstLine: number;
  /** `dist/index.js` until it has read its inputs, told a wrong one, and ended. */
  readonly wrongInput: number;
  /** All that measuring an archive of four small layers takes. */
  readonly smallImage: number;
}

export function renderStartUp({ node, firstLine, wrongInput, smallImage }: StartUp): string {
  const shownSeconds = (seconds: number) => `${seconds.toFixed(2)} s`;
  return `Start-up: the action's first line stands after ${shownSeconds(firstLine)}, of which Node itself takes ${shownSeconds(node)}; a wrong input is told after ${shownSeconds(wrongInput)}; an archive of four small layers is weighed after ${shownSeconds(smallImage)}.`;
}

/** How many instructions one rule is about, by whose finding it is. */
export interface Agreement {
  readonly rule: string;
  /** hadolint's codes for it. */
  readonly codes: readonly string[];
  readonly both: number;
  readonly ours: number;
  readonly theirs: number;
  /** hadolint's alone, in stages that the image does not hold. */
  readonly elsewhere: number;
}

export interface LintBench {
  readonly dockerfiles: number;
  /** By hadolint. */
  readonly unread: number;
  /** Of the processor, for all of them. */
  readonly seconds: { readonly ours: number; readonly theirs: number };
  readonly agreements: readonly Agreement[];
}

export function renderLint({ dockerfiles, unread, seconds, agreements }: LintBench): string {
  const perThousand = (total: number) => `${((total / dockerfiles) * 1000).toFixed(1)} s`;
  const count = (value: number) => value.toLocaleString('en');
  const rows = agreements.map(
    ({ rule, codes, both, ours, theirs, elsewhere }) =>
      `| ${[rule, codes.join(', '), ...[both, ours, theirs, elsewhere].map(count)].join(' | ')} |`,
  );
  return [
    `${count(dockerfiles)} Dockerfiles; processor time per 1,000 of them: ours ${perThousand(seconds.ours)}, hadolint ${perThousand(seconds.theirs)} (with ShellCheck). All are read without a throw; hadolint refuses ${count(unread)}, which the table leaves out. Instructions with a finding, without an image:`,
    '',
    '| rule | hadolint | both | ours alone | hadolint alone | hadolint alone, in a stage that the image does not hold |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** Replaces what stands between `<!-- NAME:start -->` and `<!-- NAME:end -->` in a file. */
export async function writeBetweenMarkers(path: string, name: string, text: string): Promise<void> {
  const content = await readFile(path, 'utf8');
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = content.indexOf(start);
  const to = content.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no ${start} … ${end}`);
  await writeFile(path, `${content.slice(0, from + start.length)}\n${text}\n${content.slice(to)}`);
}
