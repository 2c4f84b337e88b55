import { posix, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { failureThreshold, lintLevel } from '../model/lint.ts';
import type { Budget, BuildSettings, LintSettings, Settings, Subject } from '../model/settings.ts';
import { parseSize } from '../units.ts';
import { type BudgetEntry, listedBudgets, plainBudgets } from './budget-list.ts';
import { type ConfigReading, readConfig } from './config.ts';
import { formatProblems, type Given, quoted, type Reading } from './given.ts';
import { type Option, type OptionName, type OptionOf, optionNames, optionOf, options } from './options.ts';

export interface SettingsSources {
  /** Action inputs or command-line flags: they win over the configuration file. */
  readonly direct: Reading;
  /** Absolute. */
  readonly currentDirectory: string;
  /** The text of a file by its absolute path; null where there is none. */
  readonly readFile: (path: string) => string | null;
}

/**
 * Inputs or flags, merged with the configuration file and validated; nothing but that file is touched.
 *
 * Whether an image is built or taken as it is follows the first of the two places that says anything about it.
 *
 * @throws UserError with every problem found, each naming its place, the value and what is allowed.
 */
export function resolveSettings(sources: SettingsSources): Settings {
  const { values, workingDirectory, readings, listed, cost } = resolveValues(sources);
  const kind = readings.map(subjectKind).find((found) => found !== null) ?? 'build';
  return { ...settingsOf(values, listed, workingDirectory, kind), cost };
}

/** As `resolveSettings`, for what concerns a build whatever else is measured: `image` is left aside. */
export function resolveBuild(sources: SettingsSources): BuildAlone {
  const { values, workingDirectory } = resolveValues(sources);
  return {
    build: buildOf(values),
    workingDirectory,
    maxUnpacked: sizeIn(values, 'max-unpacked'),
    lint: lintOf(values),
    sarifFile: pathIn(values, 'sarif-file', workingDirectory),
  };
}

type BuildAlone = Pick<Settings, 'workingDirectory' | 'maxUnpacked' | 'lint' | 'sarifFile'> & {
  readonly build: BuildSettings;
};

function resolveValues(sources: SettingsSources) {
  const { direct, currentDirectory } = sources;
  const workingDirectory = resolve(currentDirectory, valuesOf([direct]).text('working-directory') ?? '');
  const file = readConfigFileOf(sources, workingDirectory);
  const readings = [direct, file];
  const values = valuesOf(readings);
  refuse([...readings.flatMap(problemsOf), ...missingTags(values)]);
  return { values, workingDirectory, readings, listed: file.budgets, cost: file.cost };
}

const maxShownProblems = 20;

/** Throws the problems, if there are any, as one error with a line for each. */
export function refuse(problems: readonly string[], hint?: string): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const shown = problems.slice(0, maxShownProblems).map((problem) => `\n- ${problem}`);
  const more = problems.length > shown.length ? `\n- and ${problems.length - shown.length} more` : '';
  const message = others.length === 0 ? first : `${problems.length} settings cannot be used:${shown.join('')}${more}`;
  throw new UserError(message, hint === undefined ? {} : { hint });
}

const nothing: ConfigReading = { given: new Map(), problems: [], budgets: [], cost: null };

/** A file that is not there is fine, unless it was asked for by its name. */
function readConfigFileOf({ direct, readFile }: SettingsSources, workingDirectory: string): ConfigReading {
  if (formatProblemsIn(direct, ['working-directory', 'config-file']).length > 0) return nothing;
  const asked = direct.given.get('config-file');
  const path = valuesOf([direct]).text('config-file') ?? options['config-file'].default;
  const text = readFile(resolve(workingDirectory, path));
  if (text !== null) return readConfig(text, path);
  if (asked === undefined) return nothing;
  return { ...nothing, problems: [`${asked.where}: there is no file ${quoted(path)} in ${quoted(workingDirectory)}`] };
}

function problemsOf(reading: Reading): readonly string[] {
  return [...reading.problems, ...formatProblemsIn(reading, optionNames), ...contradictions(reading)];
}

function formatProblemsIn({ given }: Reading, names: readonly OptionName[]): readonly string[] {
  return names.flatMap((name) => {
    const value = given.get(name);
    return value === undefined ? [] : formatProblems(optionOf(name), value);
  });
}

/** What is said of an image that is there, too. */
const sharedOptions: readonly OptionName[] = ['file', 'target', 'platforms'];

/** Options that say something about a build and nothing about an image that is there; a `false` asks for nothing. */
function buildOptionsIn({ given }: Reading): readonly Given[] {
  return optionNames
    .filter((name) => optionOf(name).group === 'Build' && !sharedOptions.includes(name))
    .flatMap((name) => given.get(name) ?? [])
    .filter(({ value }) => value !== false);
}

function subjectKind(reading: Reading): Subject['kind'] | null {
  if (reading.given.has('image')) return 'image';
  return buildOptionsIn(reading).length > 0 ? 'build' : null;
}

function contradictions(reading: Reading): readonly string[] {
  const image = reading.given.get('image');
  const build = buildOptionsIn(reading);
  if (image === undefined || build.length === 0) return [];
  const places = build.map(({ where }) => where).join(', ');
  return [`${image.where}: an image that is there already is not built: leave this out, or ${places}`];
}

function missingTags(values: Values): readonly string[] {
  const push = values.given('push');
  return push?.value === true && values.list('tags').length === 0
    ? [`${push.where}: needs tags, which say where to push to`]
    : [];
}

/** Merged values, the first place that gives one wins; formats are as `problemsOf` found them. */
interface Values {
  given(name: OptionName): Given | undefined;
  /** As given, else the option's default. */
  text(name: OptionOf<Exclude<Option['type'], 'list' | 'boolean'>>): string | null;
  list(name: OptionOf<'list'>): readonly string[];
  isOn(name: OptionOf<'boolean'>): boolean;
}

function valuesOf(readings: readonly Reading[]): Values {
  const given = (name: OptionName) => readings.find((reading) => reading.given.has(name))?.given.get(name);
  return {
    given,
    text(name) {
      const option = optionOf(name);
      const fallback = 'default' in option ? option.default : undefined;
      const value = given(name)?.value ?? fallback;
      return typeof value === 'string' ? value : null;
    },
    list(name) {
      const value = given(name)?.value;
      return Array.isArray(value) ? value : [];
    },
    isOn(name) {
      const option = optionOf(name);
      return (given(name)?.value ?? ('default' in option && option.default)) === true;
    },
  };
}

function settingsOf(
  values: Values,
  listed: readonly BudgetEntry[],
  workingDirectory: string,
  kind: Subject['kind'],
): Omit<Settings, 'cost'> {
  return {
    subject: kind === 'build' ? { kind, build: buildOf(values) } : imageOf(values),
    name: values.text('name'),
    budgets: budgetsOf(values, listed),
    metric: metricIn(values),
    lint: lintOf(values),
    filter: choiceOf(options.filter.choices, values.text('filter')) ?? options.filter.default,
    baseRef: values.text('base-ref'),
    githubToken: values.text('github-token'),
    comment: choiceOf(options.comment.choices, values.text('comment')) ?? options.comment.default,
    commentKey: values.text('comment-key') ?? null,
    suggestions: values.isOn('suggestions'),
    workingDirectory,
    reportFile: pathIn(values, 'report-file', workingDirectory),
    htmlFile: pathIn(values, 'html-file', workingDirectory),
    sarifFile: pathIn(values, 'sarif-file', workingDirectory),
    badgeFile: pathIn(values, 'badge-file', workingDirectory),
    maxUnpacked: sizeIn(values, 'max-unpacked'),
  };
}

type FileOption = 'report-file' | 'html-file' | 'sarif-file' | 'badge-file';

function pathIn(values: Values, name: FileOption, workingDirectory: string): string | null {
  const path = values.text(name);
  return path === null ? null : resolve(workingDirectory, path);
}

const usualMinPrice = 100_000;

function lintOf(values: Values): LintSettings {
  return {
    level: choiceOf(lintLevel.options, values.text('lint')) ?? options.lint.default,
    threshold: choiceOf(failureThreshold.options, values.text('failure-threshold')) ?? null,
    minPrice: sizeIn(values, 'lint-min-price') ?? usualMinPrice,
    maxLayerBytes: sizeIn(values, 'lint-max-layer-size'),
    baseLookup: values.isOn('base-lookup'),
    rules: new Map(values.list('lint-rules').map((rule) => [rule.replace(/^-/, ''), !rule.startsWith('-')])),
  };
}

function sizeIn(values: Values, name: OptionOf<'size'>): number | null {
  const size = values.text(name);
  return size === null ? null : parseSize(size);
}

function imageOf(values: Values): Subject {
  return {
    kind: 'image',
    reference: values.text('image') ?? '',
    platform: platformIn(values),
    file: values.text('file'),
    target: values.text('target'),
  };
}

function buildOf(values: Values): BuildSettings {
  const context = values.text('context') ?? options.context.default;
  return {
    context,
    file: values.text('file') ?? dockerfileIn(context),
    target: values.text('target'),
    buildArgs: values.list('build-args'),
    buildContexts: values.list('build-contexts'),
    secrets: values.list('secrets'),
    secretEnvs: values.list('secret-envs'),
    secretFiles: values.list('secret-files'),
    ssh: values.list('ssh'),
    builder: values.text('builder'),
    cacheFrom: values.list('cache-from'),
    cacheTo: values.list('cache-to'),
    tags: values.list('tags'),
    labels: values.list('labels'),
    load: values.isOn('load'),
    push: values.isOn('push'),
    pull: values.isOn('pull'),
    noCache: values.isOn('no-cache'),
    network: values.text('network'),
    addHosts: values.list('add-hosts'),
    allow: values.list('allow'),
    ulimit: values.list('ulimit'),
    shmSize: values.text('shm-size'),
    platform: platformIn(values),
  };
}

/** The platform that is asked for; null: none in particular. */
export const platformOf = (subject: Subject): string | null =>
  subject.kind === 'build' ? subject.build.platform : subject.platform;

const platformIn = (values: Values): string | null => values.list('platforms')[0] ?? null;

/** Null for a context that is fetched from elsewhere (docker's rules for URLs): its Dockerfile lies there. */
function dockerfileIn(context: string): string | null {
  const isRemote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);
  return isRemote ? null : posix.join(context, 'Dockerfile');
}

/** The plain ones first, then those of the list. */
function budgetsOf(values: Values, listed: readonly BudgetEntry[]): readonly Budget[] {
  const usual = {
    metric: metricIn(values),
    counts: choiceOf(options.counts.choices, values.text('counts')) ?? options.counts.default,
  };
  return [...plainBudgets((name) => values.text(name), usual), ...listedBudgets(listed, usual)];
}

const metricIn = (values: Values): Settings['metric'] =>
  choiceOf(options.metric.choices, values.text('metric')) ?? options.metric.default;

function choiceOf<const T extends string>(choices: readonly T[], value: string | null): T | undefined {
  return choices.find((choice) => choice === value);
}
