import type { Finding } from '../model/finding.ts';
import type { FixReport, Saving, Verification } from '../model/fixes.ts';
import { formatPercentDelta } from '../units.ts';
import { visible } from './escape.ts';
import { deltaText, plural, sizeText, totalPrice } from './figures.ts';
import { findingPlace, type TerminalOptions } from './terminal.ts';
import { type Painter, painter, terminalTable, wrap } from './terminal-text.ts';

/** What was fixed, or would be, and what was not and why. Ends with a line break. */
export function renderFixes({ fixed, deferred, unsafe, written }: FixReport, options: TerminalOptions): string {
  const paint = painter(options.color);
  const price = totalPrice(fixed, 'disk');
  const total = `${plural(fixed.length, 'fix', 'fixes')}${price > 0 ? `, ${sizeText(price)} to save` : ''}`;
  const rest = written || fixed.length === 0 ? '' : ': nothing was written';
  const lines = [
    ...fixed.map((finding) => `${written ? 'fixed' : 'fixable'} ${label(finding)}`),
    ...deferred.map((finding) => `for the next run, as another fix is in its way: ${label(finding)}`),
    ...unsafe.map((finding) => `fixable with --unsafe, if the image still works: ${label(finding)}`),
  ].map((line) => wrap(line, options.width));
  return `${[...lines, paint('bold', total + rest)].join('\n')}\n`;
}

function label(finding: Finding): string {
  const price = finding.price === null ? '' : ` (${sizeText(finding.price.diskBytes)})`;
  return `${findingPlace(finding)} ${visible(finding.rule)}${price}`;
}

/** The diff for a terminal, with nothing in it that moves the cursor; patch(1) takes the diff as it is. */
export function renderDiff(diff: string, { color }: Pick<TerminalOptions, 'color'>): string {
  const paint = painter(color);
  return diff.replace(/[^\n]+/g, (line) => paintLine(visible(line.replace(/\r$/, '')), paint));
}

function paintLine(line: string, paint: Painter): string {
  if (/^(?:---|\+\+\+) /.test(line)) return paint('bold', line);
  if (line.startsWith('+')) return paint('green', line);
  return line.startsWith('-') ? paint('red', line) : line;
}

/** What was predicted beside what was measured. Ends with a line break. */
export function renderVerification({ fixes, together, holds }: Verification, options: TerminalOptions): string {
  const paint = painter(options.color);
  const rows = [
    ...fixes.map(({ finding, ...saving }) => [...figures(saving), `${findingPlace(finding)} ${visible(finding.rule)}`]),
    [...figures(together), 'together'],
  ];
  const verdict = `the prediction ${holds ? 'holds' : 'does not hold'}${errorText(together)}`;
  return `${terminalTable(['PREDICTED', 'MEASURED', 'FIX'], rows, options.width, paint)}\n${paint(holds ? 'green' : 'red', verdict)}\n`;
}

const figures = ({ predicted, measured }: Saving): string[] => [
  predicted === null ? '-' : deltaText(-predicted),
  measured === null ? '-' : deltaText(-measured),
];

function errorText({ predicted, measured }: Saving): string {
  if (predicted === null) return ': there was none';
  return measured === null || predicted === 0 ? '' : `: ${formatPercentDelta((measured / predicted - 1) * 100)}`;
}
