import { formatBytes, formatPercent, formatPercentDelta } from '../../src/units.ts';
import type { Confirmation } from './measure.ts';

/** How far what was saved is from the price, as a part of the price; null where one of them is not known. */
export function differenceOf({ price, saved }: Confirmation, metric: keyof Confirmation['saved']): number | null {
  const [predicted, measured] = [price[metric], saved[metric]];
  return predicted === null || measured === null ? null : (measured - predicted) / predicted;
}

/** The median of the differences' absolute values. */
export function medianDifference(found: readonly Confirmation[], metric: keyof Confirmation['saved']): number {
  const sizes = found
    .flatMap((each) => differenceOf(each, metric) ?? [])
    .map(Math.abs)
    .sort((a, b) => a - b);
  const [low, high] = [sizes[Math.floor((sizes.length - 1) / 2)], sizes[Math.floor(sizes.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

/** Those without which the image did not get smaller, on disk or to download. */
export const wrongSigns = (found: readonly Confirmation[]): Confirmation[] =>
  found.filter(({ saved }) => saved.diskBytes <= 0 || (saved.downloadBytes !== null && saved.downloadBytes <= 0));

export const rulesIn = (found: readonly Confirmation[]): ReadonlySet<string> => new Set(found.map(({ rule }) => rule));

/** docs/lint-accuracy.md */
export const renderPage = (found: readonly Confirmation[]): string => `# How right the prices are

\`npm run lint-accuracy\` builds [examples/smells](../examples/smells/Dockerfile), one image with the smells of ${rulesIn(found).size} rules at once, lints it as the gate does, builds it again without each of the smells in turn, and writes this page. \`__tests__/e2e/accuracy.test.ts\` holds the same run against its bars in CI.

- On disk the median of the differences is ${differences(found, 'diskBytes')}.
- To download it is ${differences(found, 'downloadBytes')}. These prices are estimates, made of what each layer's blob was read as, and marked with ~ wherever they are shown. [lint.md](lint.md#prices-to-download) says what they cannot tell.
- ${signs(found)}

A byte is priced in one finding only: where a fix saves more than its price, the rest stands in another finding (\`pip install --no-compile\` leaves out the bytecode of tests too, which tests-and-docs-inside-packages has).

| rule | line | removed by | price | saved | off by | ~ download | saved | off by |
| --- | --: | --- | --: | --: | --: | --: | --: | --: |
${found.map(rowOf).join('\n')}

_Removed by_: the rule's own fix, or by hand, as [by-hand.yml](../examples/smells/by-hand.yml) has it, where the rule offers none.

Nothing comes from the internet. apt-get, dpkg, tar and coreutils are the real ones, on an archive of packages that are made up; pip, uv, npm, yarn, pnpm, bun, gem, bundle, go, conda, composer, apk, dnf, curl and useradd are [scripts](../examples/smells/programs) which lay down the files that the real programs do. So these rows say that the files found are those that go, not that a later version of a program still writes them there. Contents are made up as well; on disk that makes no difference.

Beside this run, by hand and once, the real npm 11.19 installed two packages on the same base image: its cache was priced at 2.60 MB, and 0.2 % less went with \`npm cache clean --force\`; the development dependency was priced at 7.70 MB, and \`--omit=dev\` saved 10.3 MB, since what it does not fetch is not in the cache either. The real pnpm 9.15 left 3.28 MB of what the registry said beside the files that it links, and \`pnpm store prune\` took that away.
`;

function differences(found: readonly Confirmation[], metric: keyof Confirmation['saved']): string {
  const within = found.filter((each) => Math.abs(differenceOf(each, metric) ?? 1) <= 0.05).length;
  return `${formatPercent(100 * medianDifference(found, metric))} of the price; ${within} of ${found.length} are within 5 %`;
}

function signs(found: readonly Confirmation[]): string {
  const wrong = wrongSigns(found);
  return wrong.length === 0
    ? 'Each of them makes the image smaller, on disk and to download.'
    : `These do not make the image smaller: ${wrong.map(({ rule, line }) => `${rule} (line ${line})`).join(', ')}.`;
}

function rowOf(each: Confirmation): string {
  const { rule, line, by, price, saved } = each;
  const cells = [
    `[${rule}](../src/lint/rules/${rule}/README.md)`,
    line,
    by === 'fix' ? 'its fix' : 'hand',
    ...(['diskBytes', 'downloadBytes'] as const).flatMap((metric) => [
      sizeText(price[metric]),
      sizeText(saved[metric]),
      differenceText(differenceOf(each, metric)),
    ]),
  ];
  return `| ${cells.join(' | ')} |`;
}

const sizeText = (bytes: number | null): string => (bytes === null ? '–' : formatBytes(bytes));

const differenceText = (part: number | null): string => (part === null ? '–' : formatPercentDelta(100 * part));
