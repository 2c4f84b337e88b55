/**
 * Our lint beside hadolint on the same Dockerfiles: the time of both, and how far they agree on the rules that both
 * have, by hadolint's codes. Without an image, which hadolint never has; comments that leave findings out do not count.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseDockerfile } from '../src/dockerfile/parse.ts';
import { stageChain } from '../src/dockerfile/stages.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/lint/rules/index.ts';
import type { Dockerfile } from '../src/model/dockerfile.ts';
import type { Agreement, LintBench } from './table.ts';
import { timeOnce } from './time.ts';

/** Where an instruction begins, and which rule it offends: by our name. */
interface Hit {
  readonly rule: string;
  readonly line: number;
}

/** Of one Dockerfile. */
interface Verdicts {
  readonly dockerfile: Dockerfile;
  readonly ours: readonly Hit[];
  /** Null: hadolint can't read the file. */
  readonly theirs: readonly Hit[] | null;
}

/** Our rules by hadolint's codes for them. */
const ruleOfCode: ReadonlyMap<string, string> = new Map(
  rules.flatMap(({ name, aliases }) =>
    aliases.filter((alias) => alias.startsWith('DL')).map((alias) => [alias, name] as const),
  ),
);
const sharedRules = new Set(ruleOfCode.values());
/** Those that are off unless asked for, too. */
const switches = new Map([...sharedRules].map((rule) => [rule, true]));

const isDockerfile = (name: string) => /(?:^|[._-])(?:docker|container)file(?:[._-]|$)/i.test(name);

/** The texts of a folder's Dockerfiles, at any depth. */
async function dockerfilesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && isDockerfile(entry.name));
  return await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
}

/** The Dockerfiles of the rules' cases. */
async function dockerfilesOfCases(): Promise<string[]> {
  const cases = await Promise.all(rules.map(({ name }) => readFile(`src/lint/rules/${name}/cases.yml`, 'utf8')));
  return cases.flatMap((text) => (parse(text) as { dockerfile: string }[]).map(({ dockerfile }) => dockerfile));
}

const lineOf = ({ stages }: Dockerfile, line: number): number =>
  stages
    .flatMap(({ instructions }) => instructions)
    .find(({ range }) => range.firstLine <= line && line <= range.lastLine)?.range.firstLine ?? line;

function lintText(text: string): { dockerfile: Dockerfile; ours: Hit[] } {
  const dockerfile = parseDockerfile('Dockerfile', text);
  const nothing = { layers: null, packages: () => null, context: null, base: null, user: null };
  const findings = lint({ dockerfile, chain: stageChain(dockerfile, null), ...nothing }, { switches });
  const ours = findings
    .filter(({ rule }) => sharedRules.has(rule))
    .map(({ rule, location }) => ({ rule, line: lineOf(dockerfile, location?.firstLine ?? 0) }));
  return { dockerfile, ours };
}

const filesPerRun = 500;
const hadolintOptions = ['--no-fail', '--disable-ignore-pragma', '--format', 'json'];

interface HadolintFinding {
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

/** What hadolint finds, by the names of the files in `folder`, which has no configuration. */
async function hadolint(folder: string, names: readonly string[]) {
  const findings: HadolintFinding[] = [];
  let seconds = 0;
  for (let at = 0; at < names.length; at += filesPerRun) {
    const output = join(folder, 'findings.json');
    const run = await timeOnce({
      program: 'hadolint',
      args: [...hadolintOptions, '--output', output, ...names.slice(at, at + filesPerRun)],
      cwd: folder,
      env: { HOME: folder, XDG_CONFIG_HOME: folder },
    });
    seconds += run.cpuSeconds ?? run.seconds;
    findings.push(...(JSON.parse(await readFile(output, 'utf8')) as HadolintFinding[]));
  }
  return { seconds, findings: Map.groupBy(findings, ({ file }) => file) };
}

/** Of the processor, by this process. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * @param folder of Dockerfiles; null: those of the examples and the rules' cases
 * @param differences where what the two disagree on is written, a line each; null: nowhere
 */
export async function benchLint(folder: string | null, differences: string | null): Promise<LintBench> {
  const texts =
    folder === null
      ? [...(await dockerfilesIn('examples')), ...(await dockerfilesOfCases())]
      : await dockerfilesIn(folder);
  const scratch = await mkdtemp(join(tmpdir(), 'bench-lint-'));
  try {
    await mkdir(join(scratch, 'files'));
    const names = texts.map((_, index) => `files/${index}.Dockerfile`);
    await Promise.all(texts.map((text, index) => writeFile(join(scratch, names[index] as string), text)));

    const before = cpuSeconds();
    const linted = texts.map(lintText);
    const ours = cpuSeconds() - before;
    const theirs = await hadolint(scratch, names);

    const verdicts = linted.map((own, index) => ({
      ...own,
      theirs: hitsOf(own.dockerfile, theirs.findings.get(names[index] ?? '') ?? []),
    }));
    if (differences !== null) await writeFile(differences, verdicts.flatMap(differencesIn).join('\n'));
    return {
      dockerfiles: texts.length,
      unread: verdicts.filter((verdict) => verdict.theirs === null).length,
      seconds: { ours, theirs: theirs.seconds },
      agreements: [...sharedRules].map((rule) => agreementOn(rule, verdicts)),
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** DL1000 is a file that hadolint can't read. */
function hitsOf(dockerfile: Dockerfile, found: readonly HadolintFinding[]): Hit[] | null {
  if (found.some(({ code }) => code === 'DL1000')) return null;
  return found.flatMap(({ code, line }) => {
    const rule = ruleOfCode.get(code);
    return rule === undefined ? [] : [{ rule, line: lineOf(dockerfile, line) }];
  });
}

const linesOf = (rule: string, hits: readonly Hit[]) =>
  new Set(hits.filter((hit) => hit.rule === rule).map(({ line }) => line));

/** Whether a line stands in a stage that the image is made of. */
function isInImage(dockerfile: Dockerfile, line: number): boolean {
  return stageChain(dockerfile, null).some(({ instructions }) =>
    instructions.some(({ range }) => range.firstLine === line),
  );
}

function agreementOn(rule: string, verdicts: readonly Verdicts[]): Agreement {
  const counts = { both: 0, ours: 0, theirs: 0, elsewhere: 0 };
  for (const { dockerfile, ours, theirs } of verdicts) {
    if (theirs === null) continue;
    const [own, other] = [linesOf(rule, ours), linesOf(rule, theirs)];
    counts.both += own.intersection(other).size;
    counts.ours += own.difference(other).size;
    const missed = [...other.difference(own)];
    const inImage = missed.filter((line) => isInImage(dockerfile, line)).length;
    counts.theirs += inImage;
    counts.elsewhere += missed.length - inImage;
  }
  const codes = [...ruleOfCode].filter(([, name]) => name === rule).map(([code]) => code);
  return { rule, codes, ...counts };
}

/** `theirs RULE: INSTRUCTION`. */
function differencesIn({ dockerfile, ours, theirs }: Verdicts): string[] {
  if (theirs === null) return [];
  const textAt = (line: number) =>
    dockerfile.stages.flatMap(({ instructions }) => instructions).find(({ range }) => range.firstLine === line)?.text;
  const onlyIn = (whose: string, some: readonly Hit[], others: readonly Hit[]) =>
    some
      .filter(({ rule, line }) => !linesOf(rule, others).has(line) && isInImage(dockerfile, line))
      .map(({ rule, line }) => `${whose} ${rule}: ${textAt(line)}`);
  return [...onlyIn('ours', ours, theirs), ...onlyIn('theirs', theirs, ours)];
}
