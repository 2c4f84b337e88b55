import { weightOf } from '../../compare/size.ts';
import type { Change, Metric } from '../../model/report.ts';
import { truncate, visible } from '../escape.ts';
import { figureText } from '../figures.ts';
import { assumptions, causeText, describe, type Voice } from '../rows.ts';
import { bar, el, link, section } from './dom.ts';
import { placeText, type Subject } from './subject.ts';

const voice: Voice = {
  quote: (text) => visible(truncate(text, 2000)),
  say: (text) => visible(truncate(text, 2000)),
};

/** What changed, the largest first; each row opens to what it is made of. Null where nothing did. */
export function changeList(subject: Subject): HTMLElement | null {
  const { image, report } = subject;
  if (image.changes.length === 0) return null;
  const largest = Math.max(1, ...image.changes.map(({ delta }) => weightOf(delta, report.metric)));
  const isShare = image.focus !== null;
  const rows = image.changes.map((row) => changeRow(row, null, { subject, largest, isShare }));
  const guesses = assumptions(image).map(({ reason }) => visible(reason));
  const focus = image.focus === null ? '' : ` below ${visible(image.focus.path)}`;
  return section(
    'changes',
    `What changed${focus}`,
    guesses.length === 0 ? null : el('p', { class: 'note' }, `Assumed to be yours: ${guesses.join('; ')}.`),
    el('ul', { class: 'changes' }, ...rows),
  );
}

interface Frame {
  readonly subject: Subject;
  readonly largest: number;
  /** Below a layer download sizes are estimates. */
  readonly isShare: boolean;
}

function changeRow(row: Change, parent: Change | null, frame: Frame): HTMLElement {
  const { children } = row;
  const line = changeLine(row, parent, frame);
  if (children.length === 0) return el('li', {}, el('div', { class: 'change' }, ...line));
  const below = el('ul', {});
  const details = el('details', {}, el('summary', { class: 'change' }, ...line), below);
  const fill = () => {
    if (below.childElementCount > 0) return;
    below.append(...children.map((child) => changeRow(child, row, { ...frame, isShare: true })));
  };
  // Thousands of rows that nobody opens need not be drawn.
  details.addEventListener('toggle', fill, { once: true });
  return el('li', {}, details);
}

function changeLine(row: Change, parent: Change | null, { subject, largest, isShare }: Frame): HTMLElement[] {
  const { report, image, links } = subject;
  const { location, delta } = row;
  // What was removed stands in the baseline's file alone.
  const at = row.after === null ? image.baseline.commit : undefined;
  const place = location === null ? null : link(placeText(location), links.lines(location, at));
  const why = causeText(row, voice);
  return [
    el('span', { class: 'number' }, figureText(delta, report.metric, isShare), deltaBar(delta, report.metric, largest)),
    el(
      'span',
      { class: 'what' },
      place === null ? null : el('span', { class: 'where' }, place, ' '),
      el('span', { class: row.kind === 'layer' ? 'instruction' : 'name' }, describe(row, voice, parent)),
      why === '' ? null : el('span', { class: 'cause' }, ` ${why}`),
    ),
  ];
}

function deltaBar(delta: Change['delta'], metric: Metric, largest: number): HTMLElement {
  const bytes = (metric === 'disk' ? delta.diskBytes : delta.downloadBytes) ?? delta.diskBytes ?? 0;
  return bar(weightOf(delta, metric) / largest, { class: `bar ${bytes < 0 ? 'less' : 'more'}` });
}
