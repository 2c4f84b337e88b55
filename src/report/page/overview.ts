import type { Baseline, BudgetResult, ImageReport, LongTermChange, Report } from '../../model/report.ts';
import { formatBytes, formatDelta, formatExactBytes, formatPercent } from '../../units.ts';
import { sparkline } from '../bars.ts';
import { buildParts } from '../build.ts';
import { visible } from '../escape.ts';
import {
  bytesBy,
  byUrgency,
  deltaText,
  imageTone,
  lintResults,
  plural,
  shareText,
  sizeText,
  type Tone,
  toneOf,
} from '../figures.ts';
import { headline } from '../headline.ts';
import type { Links } from '../links.ts';
import { causeParts } from '../rows.ts';
import { bar, button, code, el, link, prose, scrolling, section } from './dom.ts';
import type { Subject } from './subject.ts';

/** What comes first: the verdict, the figures, the images, the budgets. */

const verdicts: Readonly<Record<Tone, string>> = {
  pass: 'Pass',
  warn: 'Warning',
  fail: 'Fail',
  accepted: 'Accepted',
  neutral: 'No baseline',
};

const badge = (tone: Tone): HTMLElement => el('span', { class: `badge ${tone}` }, verdicts[tone]);

/** The verdict line, as in the comment, and what the reader should know of how it came about. */
export function header(report: Report): HTMLElement {
  const notices = report.notices.map((notice) => el('li', {}, prose(notice)));
  return el(
    'header',
    {},
    badge(toneOf(report)),
    el('h1', {}, headline(report, visible)),
    notices.length === 0 ? null : el('ul', { class: 'notices' }, ...notices),
  );
}

/** All images, each a choice of what the rest of the page is about. */
export function imageChooser(report: Report, chosen: ImageReport, onChoice: (image: ImageReport) => void): HTMLElement {
  const rows = report.images.map((image) => {
    const name = button(
      { class: 'plain', 'aria-current': image === chosen ? 'true' : null },
      () => onChoice(image),
      `${visible(image.name)} (${visible(image.platform)})`,
    );
    const { current, delta } = image;
    return el(
      'tr',
      { class: image === chosen ? 'chosen' : null },
      el('td', {}, badge(imageTone(image, report))),
      el('th', { scope: 'row' }, name),
      ...[current.diskBytes, current.downloadBytes].map((bytes) => el('td', { class: 'number' }, sizeText(bytes))),
      el('td', { class: 'number' }, delta === null ? '–' : deltaText(bytesBy(report.metric, delta))),
    );
  });
  const titles = ['Verdict', 'Image', 'Disk', 'Download', 'Change'].map((title) => el('th', { scope: 'col' }, title));
  return section(
    'images',
    plural(report.images.length, 'image'),
    scrolling('Images', el('table', {}, el('thead', {}, el('tr', {}, ...titles)), el('tbody', {}, ...rows))),
  );
}

/** An image's figures and where they are from. */
export function figures(subject: Subject): HTMLElement {
  const { image, report, links } = subject;
  const { current, delta } = image;
  const change = (metric: 'disk' | 'download') => {
    if (delta === null) return 'nothing to compare with';
    const share = metric === report.metric ? shareText(image) : null;
    return `${deltaText(bytesBy(metric, delta))}${share === null ? '' : ` (${share})`}`;
  };
  const built = buildParts(image).join(', ');
  const causes = causeParts(image, report.metric).map(([name, bytes]) => `${name} ${deltaText(bytes)}`);
  return el(
    'section',
    { class: 'figures', 'aria-label': 'Figures' },
    figure('On disk', current.diskBytes, change('disk')),
    figure(
      'To download',
      current.downloadBytes,
      current.downloadBytes === null ? 'not known here' : change('download'),
    ),
    figure('Hidden by later layers', current.deadBytes, shareOf(current.deadBytes, current.diskBytes)),
    el(
      'dl',
      { class: 'facts' },
      ...fact('Image', `${visible(current.source.reference)}, ${visible(image.platform)}`),
      ...fact('Holds', `${plural(current.layers.length, 'layer')}, ${current.files.toLocaleString('en-US')} files`),
      ...fact('Commit', ...commitParts(current.commit, links)),
      ...fact('Compared with', ...baselineParts(image.baseline, links)),
      ...(causes.length > 0 ? fact('Of which', causes.join(', ')) : []),
      ...(built === '' ? [] : fact('Build', built)),
      ...historyFact(image),
      ...image.longTerm.flatMap((change) => fact('In the long run', longTermText(change))),
    ),
  );
}

function figure(title: string, bytes: number | null, below: string): HTMLElement {
  const exact = bytes === null ? null : formatExactBytes(bytes);
  return el(
    'div',
    { class: 'figure' },
    el('div', { class: 'title' }, title),
    el('div', { class: 'value', title: exact }, sizeText(bytes)),
    el('div', { class: 'below' }, below),
  );
}

const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '' : `${formatPercent((part / whole) * 100)} of the disk size`;

type Parts = readonly (Node | string | null)[];

const fact = (name: string, ...parts: Parts): HTMLElement[] => [el('dt', {}, name), el('dd', {}, ...parts)];

const commitParts = (commit: string | null, links: Links): Parts =>
  commit === null ? ['not known'] : [link(code(commit.slice(0, 7)), links.commit(commit))];

function baselineParts({ kind, commit, distance, measurement, reason }: Baseline, links: Links): Parts {
  const why = reason === null ? null : ` ${visible(reason)}`;
  if (kind === 'none') return ['nothing:', why ?? ' there is no baseline'];
  const name = commit === null ? code(measurement?.source.reference ?? kind) : commitParts(commit, links)[0];
  const distances = distance === null || distance === 0 ? null : `, ${plural(distance, 'commit')} back`;
  return [name ?? null, kind === 'rebuilt' ? ', rebuilt' : distances, why];
}

/** Fewer sizes are no history: the comparison tells as much. */
const leastPoints = 3;

/** How the disk size came to be what it is, by the records that led here. */
function historyFact({ history, current }: ImageReport): HTMLElement[] {
  const sizes = [...history, current].map(({ diskBytes }) => diskBytes);
  const [first = 0] = sizes;
  if (sizes.length < leastPoints) return [];
  const line = el('span', { class: 'history', 'aria-hidden': 'true' }, sparkline(sizes));
  return fact(
    'History',
    line,
    ` ${formatBytes(first)} to ${formatBytes(current.diskBytes)} over ${plural(history.length, 'record')}`,
  );
}

const longTermText = ({ delta, records, days, message }: LongTermChange): string =>
  visible(message) || `${formatDelta(delta.diskBytes)} in ${plural(records, 'record')}, ${Math.round(days)} days`;

/** Limits, the broken ones first, each beside what was held against it; null where there are none. */
export function budgets({ image }: Subject): HTMLElement | null {
  const rows = [
    ...byUrgency(image.budgets).map(budgetRow),
    ...lintResults(image).map(({ status, message }) => budgetItem(status, message, null)),
  ];
  return rows.length === 0 ? null : section('budgets', 'Budgets', el('ul', { class: 'budgets' }, ...rows));
}

function budgetRow(budget: BudgetResult): HTMLElement {
  const { actual, limitValue, status, message } = budget;
  const share = actual === null || !limitValue ? null : actual / limitValue;
  return budgetItem(status, message, share);
}

const budgetWords: Readonly<Record<BudgetResult['status'], string>> = {
  pass: 'Kept',
  warn: 'Warning',
  fail: 'Broken',
  unknown: 'Not checked',
};

const budgetItem = (status: BudgetResult['status'], text: string, share: number | null): HTMLElement =>
  el(
    'li',
    {},
    el('span', { class: `badge ${status === 'unknown' ? 'neutral' : status}` }, budgetWords[status]),
    el('span', {}, prose(text)),
    // Drawn to twice the limit, so that it shows by how much one is broken.
    share === null ? null : bar(share / 2, { class: `bar limit ${status}` }),
  );
