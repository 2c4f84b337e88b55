import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { applyDiveRules, diveFigures } from './analysis/dive.ts';
import { findOwners, type Ownership } from './analysis/ownership.ts';
import { wasteOf } from './analysis/waste.ts';
import { openBaseLookup } from './base-lookup.ts';
import { readBuildFiles } from './build/files.ts';
import { assembleReport } from './compare/assemble-report.ts';
import { fileTree } from './compare/file-tree.ts';
import { judge } from './compare/judge.ts';
import { weighedSide } from './compare/side.ts';
import { parseDockerfile } from './dockerfile/parse.ts';
import { UserError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { type Linted, lintAll, noLint, refuseUnknownRules, startChecks, withBase } from './findings.ts';
import { fix } from './fix.ts';
import type { Occasion } from './github/context.ts';
import { isPath } from './image/source.ts';
import type { DiveReport } from './model/dive.ts';
import type { FixReport } from './model/fixes.ts';
import type { Measurement } from './model/measurement.ts';
import type { Report } from './model/report.ts';
import type { BuildSettings, Settings, Subject } from './model/settings.ts';
import { defaultName } from './name.ts';
import { readPageAssets } from './page-assets.ts';
import { renderDive, renderWaste } from './report/dive.ts';
import { renderDiff, renderFixes, renderVerification } from './report/fixes.ts';
import { renderJson } from './report/json.ts';
import { renderMarkdown } from './report/markdown.ts';
import { renderPackages } from './report/packages.ts';
import { renderSarif } from './report/sarif.ts';
import { renderLint, renderMeasurement, renderReport, type TerminalOptions } from './report/terminal.ts';
import { type PageParts, renderAs, reportFiles } from './report-files.ts';
import { type Outcome, type Plan, run } from './run.ts';
import { withSeams } from './runtime.ts';
import type { Log, Seams } from './seams.ts';
import type { Command, LintArguments, OutputFormat } from './settings/arguments.ts';
import { readStoredReport } from './stored-report.ts';
import { terminalOptions } from './terminal-options.ts';
import { trial } from './verify.ts';
import { platformsOf, type Weighed, weigh } from './weigh.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** A command that works on images or files; the others only print. */
export type WorkingCommand = Exclude<Command, { kind: 'help' | 'version' }>;

type CommandOf<K extends WorkingCommand['kind']> = Extract<WorkingCommand, { kind: K }>;

/**
 * Does what the command says; its result is on standard output.
 *
 * @returns the exit code
 */
export async function execute(command: WorkingCommand, log: Log): Promise<number> {
  if (command.kind === 'report') return await reportAgain(command, log);
  return await withSeams(log, tmpdir(), (seams) => work(command, seams));
}

function work(command: Exclude<WorkingCommand, { kind: 'report' }>, seams: Seams): Promise<number> {
  switch (command.kind) {
    case 'gate':
      return gate(command, seams);
    case 'measure':
      return measureOne(command, seams);
    case 'compare':
      return compare(command, seams);
    case 'lint':
      return lintOne(command, seams);
    case 'fix':
      return fixOne(command, seams);
    case 'dive':
      return dive(command, seams);
  }
}

/** The action's pipeline against the local repository: what it records is a ref there. */
async function gate({ settings, record, view, format }: CommandOf<'gate'>, seams: Seams): Promise<number> {
  const workspace = await openWorkspace({ directory: settings.workingDirectory, remote: null, token: null }, seams);
  const plan = {
    name: settings.name ?? defaultName(settings.subject, basename(workspace.root)),
    commit: workspace.head?.commit ?? null,
    occasion: occasionOf(workspace, record, settings.baseRef),
    baselines: workspace.baselines,
    repository: null,
    root: workspace.root,
    needed: async () => new Set<string>(),
    path: view.path,
  };
  const outcome = await run(settings, plan, seams);
  await writeFiles(outcome.report, settings, outcome.trees);
  printReport(outcome.report, { view, format });
  const notices = (await outcome.record?.()) ?? [];
  for (const notice of notices) seams.log.warning(notice);
  if (outcome.record !== null && notices.length === 0) seams.log.info(`Recorded as the baseline of ${plan.commit}`);
  return outcome.report.verdict === 'fail' ? exitCodes.fail : exitCodes.pass;
}

function occasionOf({ head }: Workspace, record: boolean, baseRef: string | null): Occasion {
  if (head === null) {
    if (record)
      throw new UserError('there is no commit to record a baseline for', { hint: 'Run this in a git repository.' });
    return { kind: 'gate', baseline: { kind: 'none', reason: 'There is no git repository here.' }, pullRequest: null };
  }
  const { commit } = head;
  if (record) return { kind: 'record', commit, baseline: { kind: 'ancestor-of', commit } };
  const baseline =
    baseRef === null ? ({ kind: 'commit', commit } as const) : ({ kind: 'merge-base', ref: baseRef } as const);
  return { kind: 'gate', baseline, pullRequest: null };
}

async function measureOne(command: CommandOf<'measure'>, seams: Seams): Promise<number> {
  const { settings, allPlatforms, packages, format } = command;
  const measured: Measurement[] = [];
  for (const subject of allPlatforms ? await subjectsOf(settings, seams) : [settings.subject]) {
    const weighed = await weighOnly({ ...settings, subject }, seams);
    const owners = packages ? ownersOf(weighed, seams) : null;
    if (format !== 'json') print(`${measured.length === 0 ? '' : '\n'}${measurementText(weighed, owners)}`);
    measured.push({ ...weighed.measurement, ...owners });
  }
  const [only] = measured;
  if (format === 'json') print(renderJson(allPlatforms || only === undefined ? measured : only));
  return exitCodes.pass;
}

/** The same image once for each of its platforms. */
async function subjectsOf({ subject, workingDirectory }: Settings, seams: Seams): Promise<readonly Subject[]> {
  if (subject.kind === 'build') throw new UserError('--all-platforms: needs SOURCE');
  const platforms = await platformsOf(subject.reference, workingDirectory, seams);
  return platforms.map((platform) => ({ ...subject, platform }));
}

function measurementText({ measurement, fileSystem, attributions }: Weighed, owners: Owners | null): string {
  const options = shownOn(process.stdout);
  const parts = [renderMeasurement(measurement, options)];
  if (fileSystem.deadBytes > 0) parts.push(renderWaste(wasteOf(fileSystem, attributions), options));
  if (owners !== null) parts.push(renderPackages(owners, options));
  return parts.join('\n');
}

type Owners = Pick<Ownership, 'packages' | 'unowned'>;

function ownersOf({ image, fileSystem }: Weighed, { log }: Seams): Owners {
  const owners = findOwners(
    image.layers.map(({ index }) => index),
    fileSystem,
  );
  if (owners === null) throw new Error('layers that were just read know what they collected');
  for (const note of owners.notes) log.notice(note);
  const { packages, unowned } = owners;
  return { packages, unowned };
}

async function compare(command: CommandOf<'compare'>, seams: Seams): Promise<number> {
  const { settings, platform } = command;
  const [before, after] = await Promise.all(
    [command.before, command.after].map(async (reference) => {
      const subject = { kind: 'image', reference, platform, file: null, target: null } as const;
      const folder = join(seams.tempDir, seams.random());
      return await weighOnly({ ...settings, subject, workingDirectory: process.cwd() }, { ...seams, tempDir: folder });
    }),
  );
  if (before === undefined || after === undefined) throw new Error('two images are compared');
  const { kind } = before.measurement.source;
  const baseline = {
    kind: isPath(kind) ? ('file' as const) : ('reference' as const),
    commit: null,
    distance: null,
    measurement: before.measurement,
    reason: null,
  };
  const { budgets, metric } = settings;
  const sides = { current: weighedSide(after), before: weighedSide(before) };
  const image = judge({
    ...sides,
    baseline,
    line: [],
    lint: noLint,
    budgets,
    metric,
    cost: settings.cost,
    path: command.view.path,
  });
  const report = assembleReport({
    images: [image],
    metric,
    enforcement: 'gate',
    notices: [],
    repository: null,
    created: seams.clock(),
  });
  await writeFiles(report, settings, () => [fileTree(sides.current, sides.before)]);
  printReport(report, command);
  return report.verdict === 'fail' ? exitCodes.fail : exitCodes.pass;
}

type WeighOnly = Pick<Settings, 'subject' | 'name' | 'workingDirectory' | 'maxUnpacked'>;

/** Weighs without any baseline. */
async function weighOnly({ subject, name, workingDirectory, maxUnpacked }: WeighOnly, seams: Seams): Promise<Weighed> {
  const root = workingDirectory;
  const known = async () => new Map();
  const called = name ?? defaultName(subject, basename(root));
  return await weigh({ subject, name: called, commit: null, workingDirectory, root, known, maxUnpacked }, seams);
}

async function lintOne(command: CommandOf<'lint'>, seams: Seams): Promise<number> {
  const { build, workingDirectory, format } = command;
  const places = { workingDirectory, root: workingDirectory };
  // Who asks for a lint alone wants to know by the exit code.
  const settings = { ...command.lint, level: 'fail' } as const;
  refuseUnknownRules(settings);
  const checks = startChecks(build, places, seams);
  const { linted } = await readLinted(command, seams);
  const lint = lintAll(linted, await checks, settings, places, seams.log);
  if (command.sarifFile !== null) {
    await writeFile(command.sarifFile, renderSarif(lint.findings, linted.dockerfile.path));
  }
  print(format === 'json' ? renderJson(lint.findings) : renderLint(lint, 'disk', shownOn(process.stdout)));
  return lint.result?.status === 'fail' ? exitCodes.fail : exitCodes.pass;
}

interface ReadLinted {
  readonly linted: Linted;
  /** Null: no image was asked for. */
  readonly weighed: Weighed | null;
}

async function readLinted(command: LintArguments, seams: Seams): Promise<ReadLinted> {
  const { build, workingDirectory, maxUnpacked, pricing } = command;
  const { context, file, target, platform } = build;
  const bases = openBaseLookup(command.lint, seams);
  if (pricing.kind === 'none') {
    const files = await readBuildFiles({ context, file, workingDirectory, root: workingDirectory });
    if (files.dockerfileText === null) throw noDockerfile(files.dockerfilePath);
    const dockerfile = parseDockerfile(files.dockerfilePath, files.dockerfileText);
    const base = await bases.find(dockerfile, build, null);
    return { linted: { dockerfile, context: files.context, definition: build, base, image: null }, weighed: null };
  }
  const subject: Subject =
    pricing.kind === 'build'
      ? { kind: 'build', build }
      : { kind: 'image', reference: pricing.reference, platform, file, target };
  bases.begin(subject, { workingDirectory, root: workingDirectory }).catch(() => undefined);
  const weighed = await weighOnly({ subject, name: null, workingDirectory, maxUnpacked }, seams);
  const linted = await withBase(weighed, bases);
  if (linted === null) throw noDockerfile(shownDockerfile(build));
  return { linted, weighed };
}

const noDockerfile = (path: string) =>
  new UserError(`there is no Dockerfile at ${path}`, { hint: 'Name it: image-size-gate lint path/to/Dockerfile.' });

/** What was fixed and why the rest was not goes to standard error: on standard output is a diff that patch(1) takes. */
async function fixOne(command: CommandOf<'fix'>, seams: Seams): Promise<number> {
  const { workingDirectory, maxUnpacked, format, allowUnsafe, write, verify } = command;
  const build = trial(command.build);
  const places = { workingDirectory, root: workingDirectory };
  const settings = { ...command.lint, level: 'report' } as const;
  refuseUnknownRules(settings);
  const { linted, weighed } = await readLinted({ ...command, build }, seams);
  const lintWith = (of: Linted, log: Log) => lintAll(of, null, settings, places, log).findings;
  // What is odd about the text was told the first time.
  const quiet = { ...seams.log, notice: () => undefined };
  const subject = {
    ...{ linted, weighed },
    findings: lintWith(linted, seams.log),
    lintAgain: (of: Linted) => lintWith(of, quiet),
  };
  const name = defaultName({ kind: 'build', build }, basename(workingDirectory));
  const request = { allowUnsafe, write, verify };
  const report = await fix(subject, request, { ...places, build, name, maxUnpacked }, seams);
  if (format === 'json') print(renderJson(report));
  else printFixes(report);
  return report.verification?.holds === false ? exitCodes.fail : exitCodes.pass;
}

function printFixes(report: FixReport): void {
  const options = shownOn(process.stderr);
  process.stderr.write(renderFixes(report, options));
  if (report.verification !== null) process.stderr.write(renderVerification(report.verification, options));
  if (report.written) return;
  print(process.stdout.isTTY ? renderDiff(report.diff, shownOn(process.stdout)) : report.diff);
}

const shownDockerfile = ({ file, context }: BuildSettings): string => file ?? join(context, 'Dockerfile');

async function dive(command: CommandOf<'dive'>, seams: Seams): Promise<number> {
  const { settings, rules, rulesFile, notices, format } = command;
  for (const notice of notices) seams.log.warning(notice);
  const { measurement, image, fileSystem, attributions } = await weighOnly(settings, seams);
  const figures = diveFigures(image.layers.map(({ index }) => index));
  const results = applyDiveRules(figures, rules);
  const report: DiveReport = {
    version: 1,
    image: `${measurement.source.kind}:${measurement.source.reference}`,
    platform: measurement.platform,
    ...figures,
    pass: results.every(({ status }) => status !== 'fail'),
    results,
    waste: wasteOf(fileSystem, attributions),
  };
  print(format === 'json' ? renderJson(report) : renderDive(report, rulesFile, shownOn(process.stdout)));
  return report.pass ? exitCodes.pass : exitCodes.fail;
}

type Files = Parameters<typeof reportFiles>[1];

async function writeFiles(report: Report, settings: Files, trees: PageParts['trees']): Promise<void> {
  for (const { write } of reportFiles(report, settings, { trees, assets: readPageAssets })) await write();
}

/** Shown again, a report decides nothing: whatever its verdict, this passes. A stored one needs neither engine nor network. */
async function reportAgain({ origin, outputs, view }: CommandOf<'report'>, log: Log): Promise<number> {
  const { report, trees } =
    origin.kind === 'stored'
      ? { report: await readStoredReport(origin.path, process.stdin), trees: () => [] }
      : await withSeams(log, tmpdir(), (seams) => reportOn(origin.settings, seams));
  if (outputs.length === 0) printReport(report, { view, format: 'text' });
  for (const { format, path } of outputs) {
    const text = await renderAs(format, report, { trees, assets: readPageAssets });
    if (path === null) print(text);
    else await writeFile(path, text);
  }
  return exitCodes.pass;
}

/** As the gate, with nothing to compare with. */
function reportOn(settings: Settings, seams: Seams): Promise<Outcome> {
  const { subject, workingDirectory: root } = settings;
  const reason = 'It was measured by itself.';
  const plan: Plan = {
    name: settings.name ?? defaultName(subject, basename(root)),
    commit: null,
    occasion: { kind: 'measure', baseline: { kind: 'none', reason }, notice: null },
    baselines: null,
    repository: null,
    root,
    needed: async () => null,
    path: null,
  };
  return run(settings, plan, seams);
}

type Shown = Pick<CommandOf<'compare'>, 'view' | 'format'>;

function printReport(report: Report, { view, format }: Shown): void {
  const texts: Readonly<Record<OutputFormat, () => string>> = {
    json: () => renderJson(report),
    markdown: () => renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }),
    text: () => renderReport(report, { ...shownOn(process.stdout), depth: view.depth }),
  };
  print(texts[format]());
}

function print(text: string): void {
  process.stdout.write(text);
}

const shownOn = (stream: NodeJS.WriteStream): TerminalOptions => terminalOptions(stream, process.env);
