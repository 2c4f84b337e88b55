import type { Finding } from '../model/finding.ts';
import type { LintOutcome, Suppressed } from '../model/lint.ts';
import type { Measurement } from '../model/measurement.ts';
import type { BudgetResult, Change, ImageReport, Metric, Report } from '../model/report.ts';
import { buildParts } from './build.ts';
import { costParts } from './cost.ts';
import { truncate, visible } from './escape.ts';
import {
  byPrice,
  bytesBy,
  byUrgency,
  deltaBy,
  deltaText,
  figureText,
  plural,
  priceBy,
  shareText,
  sizeText,
  type Tone,
  toneOf,
  totalPrice,
} from './figures.ts';
import { headline } from './headline.ts';
import {
  assumptions,
  causeParts,
  causeText,
  describe,
  type Line,
  largestChanges,
  linesBelow,
  linesOf,
  type Voice,
} from './rows.ts';
import { type Cell, columns, type Painter, pad, painter, type Style, terminalTable, wrap } from './terminal-text.ts';

export interface TerminalOptions {
  /** False: plain text, without escape sequences. */
  readonly color: boolean;
  /** Columns of the terminal; infinite where the output is piped. */
  readonly width: number;
}

export interface ReportOptions extends TerminalOptions {
  /** Levels shown below a layer; may be infinite. */
  readonly depth: number;
}

/** A report: the verdict, then for each image what changed and its findings. Ends with a line break. */
export function renderReport(report: Report, options: ReportOptions): string {
  const paint = painter(options.color);
  const tone = toneOf(report);
  return paragraphs([
    wrap(`${verdictWords[tone]}  ${headline(report, shown)}`, options.width, (line) => paint(toneStyles[tone], line)),
    ...report.images.map((image) => imagePart(image, report.metric, options, paint)),
    report.notices.map((notice) => wrap(`note: ${shown(notice)}`, options.width)).join('\n'),
  ]);
}

/** Text from outside: nothing in it moves the cursor, and it ends. */
const shown = (text: string): string => truncate(visible(text), 1000);

const verdictWords: Readonly<Record<Tone, string>> = {
  pass: 'PASS',
  warn: 'WARN',
  fail: 'FAIL',
  accepted: 'ACCEPTED',
  neutral: 'INFO',
};

const toneStyles: Readonly<Record<Tone, Style>> = {
  pass: 'green',
  warn: 'yellow',
  fail: 'red',
  accepted: 'yellow',
  neutral: 'blue',
};

const paragraphs = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

function imagePart(image: ImageReport, metric: Metric, options: ReportOptions, paint: Painter): string {
  const changes = changeLines(image, metric, options, paint);
  const { findings, suppressed } = image;
  const lint = findings.length + suppressed.length > 0 ? renderLint(image, metric, options).trimEnd() : '';
  const facts = [
    wrap(imageLine(image, metric), options.width),
    baselineLine(image, options),
    wrap(buildParts(image).join(', '), options.width),
    wrap(costParts(image).join(', '), options.width),
    ...causeLines(image, metric).map((line) => wrap(line, options.width)),
    focusLine(image, metric, options),
    changes,
  ];
  const parts = [
    facts.filter((part) => part !== '').join('\n'),
    budgetLines(image, options, paint),
    lintLine(image, options, paint),
    lint,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Budgets in the terminal that a reader still takes in; the report as JSON has all. */
const mostBudgets = 20;

/** What is broken, with what to undo, and what could not be checked; what is kept is no news. */
function budgetLines({ budgets }: ImageReport, { width }: TerminalOptions, paint: Painter): string {
  const told = byUrgency(budgets).filter(({ status }) => status !== 'pass');
  const lines = told.slice(0, mostBudgets).map(({ status, message }) => {
    const { word, style } = budgetWords[status];
    return wrap(`${word}: ${shown(message)}`, width, (line) => paint(style, line));
  });
  const more = told.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${plural(more, 'more budget')}`] : [])].join('\n');
}

const budgetWords: Readonly<Record<BudgetResult['status'], { readonly word: string; readonly style: Style }>> = {
  pass: { word: 'pass', style: 'green' },
  warn: { word: 'warning', style: 'yellow' },
  fail: { word: 'over budget', style: 'red' },
  unknown: { word: 'note', style: 'blue' },
};

/** What findings make of the verdict; that none does is no news. */
function lintLine({ lint }: ImageReport, { width }: TerminalOptions, paint: Painter): string {
  if (lint === null || lint.status === 'pass') return '';
  const [word, style] = lint.status === 'fail' ? (['fails', 'red'] as const) : (['warning', 'yellow'] as const);
  return wrap(`${word}: ${shown(lint.message)}`, width, (line) => paint(style, line));
}

function imageLine(image: ImageReport, metric: Metric): string {
  const figure = (name: string, each: Metric) => {
    const share = each === metric ? shareText(image) : null;
    const change = deltaText(deltaBy(each, image)) + (share === null ? '' : `, ${share}`);
    return `${name} ${sizeText(bytesBy(each, image.current))}${image.delta === null ? '' : ` (${change})`}`;
  };
  return `${shown(image.name)} ${shown(image.platform)}: ${figure('disk', 'disk')}, ${figure('download', 'download')}`;
}

function baselineLine({ baseline }: ImageReport, { width }: TerminalOptions): string {
  const { kind, commit, distance, measurement, reason } = baseline;
  if (kind === 'none') return wrap(`no baseline${reason === null ? '' : `: ${shown(reason)}`}`, width);
  const name = commit === null ? shown(measurement?.source.reference ?? kind) : commit.slice(0, 12);
  const from = kind === 'ancestor' && distance !== null ? `, ${plural(distance, 'commit')} back` : '';
  return wrap(`compared with ${name}${from}${kind === 'rebuilt' ? ', rebuilt' : ''}`, width);
}

/** Rows of a table in the terminal that a reader still takes in. */
const longestTable = 20;

function causeLines(image: ImageReport, metric: Metric): string[] {
  const parts = causeParts(image, metric).map(([name, bytes]) => `${name} ${deltaText(bytes)}`);
  const nameOf = ({ location, label }: Change) => (location === null ? shown(truncate(label, 60)) : lineText(location));
  const assumed = assumptions(image).map(({ reason, rows }) => `${rows.map(nameOf).join(', ')} (${shown(reason)})`);
  return [
    ...(parts.length > 0 ? [parts.join(', ')] : []),
    ...(assumed.length > 0 ? [`assumed to be yours: ${assumed.join('; ')}`] : []),
  ];
}

/** `below /usr/lib: +3.1 MB of +12.4 MB`. */
function focusLine({ focus, delta }: ImageReport, metric: Metric, { width }: TerminalOptions): string {
  if (focus === null) return '';
  const part = figureText(focus.delta, metric, true);
  const whole = delta === null ? '' : ` of ${deltaText(bytesBy(metric, delta))}`;
  return wrap(`below ${shown(focus.path)}: ${part}${whole}`, width);
}

const voice: Voice = { quote: shown, say: shown };

/** What changed, as a tree: each line of the Dockerfile, what tells of its cause, and `depth` levels below. */
function changeLines(image: ImageReport, metric: Metric, options: ReportOptions, paint: Painter): string {
  const selection = largestChanges(image, metric, longestTable);
  if (selection.shown.length === 0) return '';
  const breadth = (level: number) => (level > options.depth ? 0 : Number.POSITIVE_INFINITY);
  const lines = linesOf(selection, (row) => linesBelow(row, metric, breadth));
  const places = lines.map(({ row, level }) => (level > 0 || row === null ? '' : lineText(row.location)));
  const width = Math.min(Math.floor(options.width / 3), Math.max(...['WHERE', ...places].map(columns)));
  // Rows below a layer take the place of both columns.
  const both = (place: string, text: string) => `${pad(place, width, { cut: 'middle' })}  ${text}`;
  const rows = lines.flatMap((line, at) => {
    const { row, parent, level } = line;
    const text = row === null ? 'other' : describe(row, voice, parent);
    const why = row === null ? '' : causeText(row, voice);
    return [
      [...figures(line, image), level > 0 ? below(row, '  '.repeat(level) + text) : both(places[at] ?? '', text)],
      ...(why === '' ? [] : [['', '', `  (${why})`]]),
    ];
  });
  return terminalTable(['DISK', 'DOWNLOAD', both('WHERE', 'INSTRUCTION')], rows, options.width, paint);
}

/** A row below a layer: of a file the name and what became of it are at the end. */
const below = (row: Change | null, text: string): Cell =>
  row?.kind === 'file' || row?.kind === 'directory' ? { path: text } : text;

const figures = ({ level, delta }: Line, { focus }: ImageReport): string[] =>
  (['disk', 'download'] as const).map((metric) => figureText(delta, metric, level > 0 || focus !== null));

const lineText = (place: { readonly file: string; readonly firstLine: number } | null): string =>
  place === null ? '-' : `${shown(place.file)}:${place.firstLine}`;

/** One image's sizes, then its layers, base first. Ends with a line break. */
export function renderMeasurement(measurement: Measurement, options: TerminalOptions): string {
  const { name, platform, diskBytes, downloadBytes, deadBytes, files, layers } = measurement;
  const paint = painter(options.color);
  const dead = deadBytes > 0 ? `, ${sizeText(deadBytes)} hidden by later layers` : '';
  const summary =
    `${shown(name)} ${shown(platform)}: ${sizeText(diskBytes)} on disk, ` +
    `${sizeText(downloadBytes)} to download, ${plural(files, 'file')} in ${plural(layers.length, 'layer')}${dead}`;
  const rows = layers.map((layer) => [
    sizeText(layer.diskBytes),
    sizeText(layer.downloadBytes),
    { path: layer.location === null && layer.origin === 'base' ? 'base image' : lineText(layer.location) },
    shown(layer.instruction ?? layer.diffId),
  ]);
  return paragraphs([
    wrap(summary, options.width, (line) => paint('bold', line)),
    rows.length > 0 ? terminalTable(['DISK', 'DOWNLOAD', 'WHERE', 'INSTRUCTION'], rows, options.width, paint) : '',
  ]);
}

/**
 * `Dockerfile:12:1 warning rule: message (20.1 MB)`, the most expensive first, then their sum and what was left out. Ends
 * with a line break.
 */
export function renderLint(
  { findings, suppressed }: Pick<LintOutcome, 'findings' | 'suppressed'>,
  metric: Metric,
  options: TerminalOptions,
): string {
  const told = findings.length === 0 ? [] : [findingLines(findings, metric, options, painter(options.color))];
  const others = [...(findings.length === 0 ? ['no findings'] : []), ...suppressedLines(suppressed)];
  return `${[...told, ...others.map((line) => wrap(line, options.width))].join('\n')}\n`;
}

/** What was left out is never hidden: how many, and each with who asked for it. */
function suppressedLines(suppressed: readonly Suppressed[]): string[] {
  if (suppressed.length === 0) return [];
  const lines = suppressed.slice(0, longestTable).map(({ rule, location, by, reason }) => {
    const why = reason === null ? '' : `: ${shown(reason)}`;
    return `  ${lineText(location)} ${shown(rule)}, by ${shown(by.file)}:${by.line}${why}`;
  });
  const more = suppressed.length - lines.length;
  return [`${plural(suppressed.length, 'finding')} suppressed`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])];
}

const severityStyles = { error: 'red', warning: 'yellow', info: 'blue' } as const;

function findingLines(findings: readonly Finding[], metric: Metric, options: TerminalOptions, paint: Painter): string {
  const price = totalPrice(findings, metric);
  const total = `${plural(findings.length, 'finding')}${price > 0 ? `, ${sizeText(price)} to save` : ''}`;
  const lines = byPrice(findings, metric).map((finding) => {
    const { severity, rule, message } = finding;
    const bytes = priceBy(metric, finding);
    const cost = bytes === null ? '' : ` (${sizeText(bytes)})`;
    const text = `${findingPlace(finding)} ${severity} ${shown(rule)}: ${shown(message)}${cost}`;
    return wrap(text, options.width, (line, at) =>
      at === 0 ? line.replace(` ${severity} `, ` ${paint(severityStyles[severity], severity)} `) : line,
    );
  });
  const sum = wrap(total, options.width, (line) => paint('bold', line));
  return [...lines, ...sum.split('\n'), ...fixableLines(findings, options)].join('\n');
}

function fixableLines(findings: readonly Finding[], { width }: TerminalOptions): string[] {
  const parts = [true, false].flatMap((safe) => {
    const count = findings.filter(({ fix }) => fix?.safe === safe).length;
    return count === 0 ? [] : [`${count} fixable with \`image-size-gate fix${safe ? '' : ' --unsafe'}\``];
  });
  return parts.length === 0 ? [] : [wrap(parts.join(', '), width)];
}

/** `Dockerfile:12:1`. */
export function findingPlace({ location }: Finding): string {
  if (location === null) return '-';
  return lineText(location) + (location.firstColumn === null ? '' : `:${location.firstColumn}`);
}
