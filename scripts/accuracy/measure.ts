import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { buildSettings } from '../../__tests__/build/settings.ts';
import { lintAll } from '../../src/findings.ts';
import type { Edit } from '../../src/lint/edits.ts';
import { type FixableFiles, type FixableFinding, fixFiles } from '../../src/lint/fix.ts';
import type { Finding, Price } from '../../src/model/finding.ts';
import type { Seams } from '../../src/seams.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import { type VerifiedBuild, weighFixed } from '../../src/verify.ts';
import { type Weighed, weigh } from '../../src/weigh.ts';
import { contextFiles, type Files, registryFiles } from './registry.ts';

/** What a finding says that it costs, and what a build without the smell saves. */
export interface Confirmation {
  readonly rule: string;
  /** Of the Dockerfile. */
  readonly line: number;
  /** `fix`: by the rule's own; `hand`: by the edit that `by-hand.yml` has for it. */
  readonly by: 'fix' | 'hand';
  readonly price: Price;
  /** Bytes; negative where the image grew. */
  readonly saved: { readonly diskBytes: number; readonly downloadBytes: number | null };
}

/** Where the example is, and what it is built on. */
export interface Example {
  /** The folder examples/smells. */
  readonly folder: string;
  /** A Debian image that the engine has. */
  readonly base: string;
}

/** How many builds at once: they wait for the engine as often as for a processor. */
const workers = 3;

/**
 * Builds the example, lints it, and builds it again without each smell in turn. Leaves no image behind.
 *
 * @returns in the findings' order, the most expensive first; those that are not about size are left out
 */
export async function confirmPrices(example: Example, seams: Seams): Promise<Confirmation[]> {
  const folder = await mkdtemp(join(seams.tempDir, 'smells-'));
  const bases = await buildBases(example, join(folder, 'base'), seams);
  try {
    const context = join(folder, 'app');
    await writeFiles(context, await contextFiles());
    for (const name of ['Dockerfile', '.dockerignore']) await cp(join(example.folder, name), join(context, name));
    const byHand = readEditsByHand(await readFile(join(example.folder, 'by-hand.yml'), 'utf8'));
    const build = {
      ...{ name: 'smells', workingDirectory: context, root: context, maxUnpacked: null },
      // Nothing comes from the internet, and setting up a network would take longer than most instructions do.
      build: buildSettings({ network: 'none', buildArgs: [`BASE=${bases.current}`, `NEWER_BASE=${bases.newer}`] }),
    };
    return await confirmAll(build, byHand, seams);
  } finally {
    await removeImages(Object.values(bases), seams);
    await rm(folder, { recursive: true, force: true });
  }
}

async function confirmAll(build: VerifiedBuild, byHand: EditsByHand, seams: Seams): Promise<Confirmation[]> {
  const { build: settings, ...weighable } = build;
  const subject = { kind: 'build', build: settings } as const;
  const before = await weigh({ ...weighable, subject, commit: null, known: async () => new Map() }, seams);
  const { dockerfile, context } = before;
  if (dockerfile === null) throw new Error('what was just built has a Dockerfile');
  const files = { dockerfile, context };
  return await inTurn(priced(findingsOf(before, build, seams)), async ({ price, ...finding }) => {
    const fixable = fixed({ ...finding, price }, files, byHand);
    const fixes = { made: [fixable], fixed: fixFiles(files, [fixable]) };
    const after = await weighFixed(files, fixes, before, build, seams);
    return {
      rule: finding.rule,
      line: finding.location?.firstLine ?? 1,
      by: finding.fix === null ? 'hand' : 'fix',
      price,
      saved: {
        diskBytes: before.measurement.diskBytes - after.measurement.diskBytes,
        downloadBytes: difference(before.measurement.downloadBytes, after.measurement.downloadBytes),
      },
    };
  });
}

const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : before - after;

/** As the lint is unless somebody sets anything. */
const { lint: lintSettings } = resolveSettings({
  direct: { given: new Map(), problems: [] },
  currentDirectory: '/',
  readFile: () => null,
});

function findingsOf(before: Weighed, { workingDirectory, root }: VerifiedBuild, { log }: Seams): readonly Finding[] {
  const { dockerfile, context, definition } = before;
  if (dockerfile === null) return [];
  // What larger base images would cost, only a registry knows.
  const linted = { dockerfile, context, definition, base: null, image: before };
  return lintAll(linted, null, lintSettings, { workingDirectory, root }, log).findings;
}

const priced = (findings: readonly Finding[]): (Finding & { price: Price })[] =>
  findings.flatMap(({ price, ...finding }) => (price === null ? [] : [{ ...finding, price }]));

/** The finding with its own fix, else with that of `by-hand.yml`. */
function fixed(finding: Finding, files: FixableFiles, byHand: EditsByHand): FixableFinding {
  if (finding.fix !== null) return { ...finding, fix: finding.fix };
  const replacements = byHand.get(finding.rule);
  if (replacements === undefined) throw new Error(`by-hand.yml says nothing of ${finding.rule}: ${finding.message}`);
  const edits = replacements.map((replacement) => editOf(replacement, files));
  return { ...finding, fix: { safe: false, edits, lines: null } };
}

/** By rule: what to write in place of a text that stands once in the Dockerfile, or in the ignore file. */
type EditsByHand = ReadonlyMap<string, readonly Replacement[]>;

interface Replacement {
  readonly in?: 'Dockerfile' | '.dockerignore';
  readonly replace: string;
  readonly by: string;
}

const readEditsByHand = (text: string): EditsByHand => new Map(Object.entries(parse(text)));

function editOf({ in: name = 'Dockerfile', replace, by }: Replacement, { dockerfile, context }: FixableFiles): Edit {
  const [file, text] =
    name === 'Dockerfile' ? [dockerfile.path, dockerfile.text] : [context?.ignoreFile ?? '', context?.ignoreText ?? ''];
  const at = text.indexOf(replace);
  if (at < 0 || at !== text.lastIndexOf(replace)) throw new Error(`${name} has not exactly one ${replace}`);
  const [first, last] = [positionAt(text, at), positionAt(text, at + replace.length)];
  return {
    file,
    ...{ firstLine: first.line, firstColumn: first.column, lastLine: last.line, lastColumn: last.column },
    text: by,
  };
}

function positionAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Like `Promise.all` over all of them, a few at a time. Where one fails no other is begun. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = [...items.entries()];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const [at, item] = next;
      results[at] = await work(item).catch((error: unknown) => {
        rest.length = 0;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: workers }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return results;
}

/** The base image, and one that has what the example upgrades; under names that nobody else has. */
async function buildBases({ folder, base }: Example, context: string, seams: Seams) {
  await cp(join(folder, 'programs'), join(context, 'programs'), { recursive: true });
  await writeFiles(context, await registryFiles());
  const name = `smells-base-${seams.random()}`;
  const bases = { current: `${name}:current`, newer: `${name}:newer` };
  const file = join(folder, 'base.Dockerfile');
  for (const [tag, libcore] of [[bases.current, '1.0-1'] as const, [bases.newer, '1.1-1'] as const]) {
    const buildArgs = ['--build-arg', `BASE=${base}`, '--build-arg', `LIBCORE=${libcore}`];
    await docker(['buildx', 'build', '--quiet', '--load', '--file', file, '--tag', tag, ...buildArgs, context], seams);
  }
  return bases;
}

const removeImages = (tags: readonly string[], seams: Seams): Promise<void> => docker(['image', 'rm', ...tags], seams);

async function docker(args: readonly string[], { exec }: Seams): Promise<void> {
  const { exitCode, stderr } = await exec('docker', args);
  if (exitCode !== 0) throw new Error(`docker ${args[0]}: ${stderr}`);
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
