import type { ImageReport } from '../../src/model/report.ts';
import { changesCost, costParts } from '../../src/report/cost.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderReport } from '../../src/report/terminal.ts';
import { grownImage, sampleImage, sampleReport } from '../support/report-samples.ts';

const cost: NonNullable<ImageReport['cost']> = {
  currency: 'EUR',
  storagePerMonth: { total: 0.00578, delta: 0.000804 },
  transferPerPull: { total: 0.005202, delta: 0 },
  transferPerMonth: { total: 12_345.6, delta: -1_234.567 },
};
const told = [
  'storage 0.0058 EUR a month (+0.0008)',
  'transfer 0.0052 EUR a pull',
  'all pulls 12,345.60 EUR a month (-1,234.57)',
];
const unknown = { total: null, delta: null };

it.each<[string, ImageReport['cost'], string[]]>([
  ['no prices', null, []],
  ['all of them', cost, told],
  ['one', { ...cost, storagePerMonth: null, transferPerMonth: null }, told.slice(1, 2)],
  ['no download size', { ...cost, storagePerMonth: unknown, transferPerPull: unknown, transferPerMonth: null }, []],
  [
    'a millionth',
    { ...cost, storagePerMonth: { total: 0.000001, delta: null }, transferPerPull: null, transferPerMonth: null },
    ['storage 0.000001 EUR a month'],
  ],
])('%s', (_, given, expected) => {
  expect(costParts(sampleImage({ cost: given }))).toEqual(expected);
});

it('is told on a terminal', () => {
  const text = renderReport(sampleReport({ images: [grownImage({ cost })] }), { color: false, width: 200, depth: 0 });
  expect(text.split('\n')).toContain(told.join(', '));
});

it('is in the open of a comment where it changed, and in the fold always', () => {
  const lines = (of: ImageReport['cost']) =>
    renderMarkdown(sampleReport({ images: [grownImage({ cost: of })] }), { limit: 65_536 }).split('\n');
  const open = told.join(' · ').replace('storage', 'Storage');
  const fold = `- ${told.join(', ').replace('storage', 'Storage')}.`;
  expect(lines(cost).filter((line) => [open, fold].includes(line))).toEqual([open, fold]);
  const same = { ...cost, storagePerMonth: null, transferPerMonth: null };
  expect(changesCost(sampleImage({ cost: same }))).toBe(false);
  expect(lines(same).filter((line) => line.includes('EUR'))).toEqual(['- Transfer 0.0052 EUR a pull.']);
  expect(lines(null).join('\n')).not.toContain('EUR');
});
