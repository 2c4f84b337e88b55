import type { ChangedLines, Finding } from '../../model/finding.ts';
import type { Suppressed } from '../../model/lint.ts';
import { formatBytes } from '../../units.ts';
import { visible } from '../escape.ts';
import { byPrice, isAdvice, plural, priceBy, totalPrice } from '../figures.ts';
import { code, el, link, prose, section } from './dom.ts';
import { placeText, type Subject } from './subject.ts';

/** Findings, the most expensive first, with what they cost, what tells of it and how to mend it. Null where there are none. */
export function findingList(subject: Subject): HTMLElement | null {
  const { image, report } = subject;
  const { findings, suppressed } = image;
  if (findings.length + suppressed.length === 0) return null;
  const total = totalPrice(findings, report.metric);
  const title = `${plural(findings.length, 'finding')}${total > 0 ? `, ${formatBytes(total)} to save` : ''}`;
  const sorted = byPrice(findings, report.metric);
  const noted = sorted.filter((finding) => !isAdvice(finding));
  const advice = sorted.filter(isAdvice);
  const listOf = (items: readonly Finding[]) =>
    el('ul', { class: 'findings' }, ...items.map((item) => findingItem(item, subject)));
  return section(
    'findings',
    title,
    listOf(noted),
    advice.length === 0 ? null : folded(plural(advice.length, 'piece of advice', 'pieces of advice'), listOf(advice)),
    suppressed.length === 0
      ? null
      : folded(
          `${plural(suppressed.length, 'finding')} suppressed`,
          el('ul', {}, ...suppressed.map((item) => el('li', {}, suppressedText(item)))),
        ),
  );
}

const folded = (title: string, content: HTMLElement): HTMLElement =>
  el('details', { class: 'folded' }, el('summary', {}, title), content);

function findingItem(finding: Finding, { report, links }: Subject): HTMLElement {
  const { rule, severity, message, location, evidence, fix, aliases } = finding;
  const price = priceBy(report.metric, finding);
  const estimate = finding.price !== null && !finding.price.measured ? 'about ' : '';
  const names = [rule, ...aliases].map(visible).join(', ');
  return el(
    'li',
    { class: 'finding' },
    el(
      'div',
      { class: 'price' },
      price === null || price === 0 ? '–' : `${estimate}${formatBytes(price)}`,
      el('span', { class: `severity ${severity}` }, severity),
    ),
    el(
      'div',
      {},
      el('p', { class: 'message' }, prose(message)),
      el(
        'p',
        { class: 'where' },
        location === null ? null : link(placeText(location), links.lines(location)),
        location === null ? '' : ' · ',
        names,
      ),
      evidence.length === 0
        ? null
        : el('ul', { class: 'evidence' }, ...evidence.map((text) => el('li', {}, prose(text)))),
      fix === null ? null : fixPart(fix),
    ),
  );
}

function fixPart({ safe, lines }: NonNullable<Finding['fix']>): HTMLElement {
  const title = safe ? 'Fix: changes nothing else' : 'Fix to try: build and test before you keep it';
  const content = lines === null ? el('p', {}, 'It is too long to be shown.') : el('div', {}, ...lines.map(diffPart));
  return folded(title, content);
}

/** Lines that go and lines that come, as a diff has them. */
function diffPart({ file, firstLine, before, after }: ChangedLines): HTMLElement {
  const line = (sign: string, text: string) =>
    el('span', { class: sign === '-' ? 'less' : 'more' }, `${sign} ${visible(text)}\n`);
  return el(
    'figure',
    { class: 'diff' },
    el('figcaption', {}, code(`${file}:${firstLine}`)),
    el('pre', { tabindex: 0 }, ...before.map((text) => line('-', text)), ...after.map((text) => line('+', text))),
  );
}

function suppressedText({ rule, by, reason }: Suppressed): string {
  const why = reason === null ? 'without a reason' : visible(reason);
  return `${visible(rule)}: by ${visible(by.file)}:${by.line}, ${why}`;
}
