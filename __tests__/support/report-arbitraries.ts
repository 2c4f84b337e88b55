import * as fc from 'fast-check';
import type { ChangedLines, Finding } from '../../src/model/finding.ts';
import type { Suppressed } from '../../src/model/lint.ts';
import {
  type BudgetResult,
  budgetName,
  type HistoryPoint,
  type ImageReport,
  type PackageChange,
  type Report,
} from '../../src/model/report.ts';
import {
  type ChildStep,
  type LayerStep,
  sampleBudget,
  sampleFinding,
  sampleFix,
  sampleImage,
  sampleReport,
} from './report-samples.ts';

/** Reports of any shape, whose figures add up and whose texts are an attacker's. */

const attacks = [
  '@octocat #1 GH-1 deadbeefdeadbeef https://evil.example :x: $a$',
  '</summary></details><script>alert(1)</script>',
  '| a | b |\n|---|---|\n| c | d |',
  '`` ` ``` `',
  '\u001b[2J\u001b]0;title\u0007\u009b31m\u202egpj',
  '![i](https://evil.example/i.png)[l](javascript:alert(1))<!--',
  '```\n# heading\n~~~',
  '\\|\\`|',
  'x'.repeat(4096),
];

export const hostileText = fc.oneof(
  fc.constantFrom('app', 'COPY . /srv', ...attacks),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...'`|\\<>@#_* \n\r\u001b\u202e日a1'), { maxLength: 40 }).map((parts) => parts.join('')),
);

const bytes = fc.integer({ min: 0, max: 5_000_000_000 });
const line = fc.integer({ min: 1, max: 500 });

const version = fc.option(hostileText);

const packageChange: fc.Arbitrary<PackageChange> = fc.record({
  manager: fc.constantFrom('dpkg', 'apk', 'rpm', 'python', 'node', 'gem', 'go', 'rust'),
  name: hostileText,
  before: version,
  after: version,
  direction: fc.constantFrom('added', 'removed', 'upgraded', 'downgraded', 'changed', 'same'),
});

/** Rows below a row, at most `depth` levels of them. */
const childSteps = (depth: number): fc.Arbitrary<ChildStep[]> =>
  depth === 0
    ? fc.constant([])
    : fc.array(
        fc
          .record({
            kind: fc.constantFrom('package', 'directory', 'file', 'other'),
            label: fc.oneof(hostileText, fc.constantFrom('/srv', '/srv/app', '/srv/app/big.bin')),
            before: fc.option(bytes),
            after: fc.option(bytes),
            package: fc.option(packageChange),
            movedFrom: fc.option(hostileText, { freq: 1 }),
            movedTo: fc.option(hostileText, { freq: 1 }),
            storedAgain: fc.boolean(),
            children: childSteps(depth - 1),
          })
          .map(holdingItsChildren),
        { maxLength: 12 - 2 * depth },
      );

/** Large enough for the rows below it, which have what they have. */
function holdingItsChildren<T extends Pick<ChildStep, 'before' | 'after' | 'children'>>(step: T): T {
  const held = (side: 'before' | 'after') =>
    step.children?.reduce((total, child) => total + (child[side] ?? 0), 0) ?? 0;
  const size = (side: 'before' | 'after') => (held(side) === 0 ? step[side] : held(side) + (step[side] ?? 0));
  return { ...step, before: size('before'), after: size('after') };
}

const layerStep: fc.Arbitrary<LayerStep> = fc
  .record({
    instruction: hostileText,
    line: fc.option(line),
    before: fc.option(bytes),
    after: fc.option(bytes),
    cause: fc.constantFrom('yours', 'base', 'drift'),
    evidence: fc.option(hostileText),
    assumed: fc.boolean(),
    children: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: childSteps(4) }),
  })
  .map(holdingItsChildren);

const changedLines: fc.Arbitrary<ChangedLines> = fc.record({
  file: hostileText,
  firstLine: line,
  before: fc.array(hostileText, { maxLength: 3 }),
  after: fc.array(hostileText, { maxLength: 3 }),
});

const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: hostileText,
    message: hostileText,
    severity: fc.constantFrom('error', 'warning', 'info'),
    evidence: fc.array(hostileText, { maxLength: 3 }),
    location: fc.option(
      fc.record({
        file: hostileText,
        firstLine: line,
        lastLine: line,
        firstColumn: fc.option(line),
        lastColumn: fc.option(line),
      }),
    ),
    price: fc.option(fc.record({ diskBytes: bytes, downloadBytes: fc.option(bytes), measured: fc.boolean() })),
    fix: fc.option(fc.tuple(changedLines, fc.boolean()).map(([lines, safe]) => sampleFix(lines, safe))),
  })
  .map(sampleFinding);

const suppressed: fc.Arbitrary<Suppressed> = fc.record({
  rule: hostileText,
  location: fc.option(
    fc.record({ file: hostileText, firstLine: line, lastLine: line, firstColumn: line, lastColumn: line }),
  ),
  by: fc.record({ syntax: fc.constantFrom('size', 'hadolint'), file: hostileText, line }),
  reason: fc.option(hostileText),
});

const budget: fc.Arbitrary<BudgetResult> = fc
  .record({
    budget: fc.constantFrom(...budgetName.options),
    scope: fc.option(fc.record({ kind: fc.constantFrom('path', 'package', 'layer'), pattern: hostileText })),
    limit: hostileText,
    level: fc.constantFrom('warn', 'fail'),
    metric: fc.option(fc.constantFrom('disk', 'download')),
    unit: fc.constantFrom('bytes', 'layers', 'seconds', 'share'),
    status: fc.constantFrom('pass', 'warn', 'fail', 'unknown'),
    excused: fc.boolean(),
    actual: fc.option(bytes),
    limitValue: fc.option(bytes),
    message: hostileText,
  })
  .map(sampleBudget);

const build = fc.option(
  fc
    .record({
      seconds: fc.float({ min: 0, max: 100_000, noNaN: true }),
      steps: fc.nat(200),
      cached: fc.nat(200),
      contextBytes: fc.option(bytes),
    })
    .map(({ cached, contextBytes, ...of }) => ({ ...of, cachedSteps: Math.min(cached, of.steps), contextBytes })),
);

const historyPoint: fc.Arbitrary<HistoryPoint> = fc.record({
  commit: fc.stringMatching(/^[0-9a-f]{40}$/),
  created: fc.constant('2026-11-19T10:00:00.000Z'),
  diskBytes: bytes,
  downloadBytes: fc.option(bytes),
});

const money = fc.option(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 }).map((millionths) => millionths / 1e6),
);
const costFigure = fc.option(fc.record({ total: money, delta: money }));
const cost = fc.option(
  fc.record({
    currency: fc.constantFrom('EUR', 'USD'),
    storagePerMonth: costFigure,
    transferPerPull: costFigure,
    transferPerMonth: costFigure,
  }),
);

const image: fc.Arbitrary<ImageReport> = fc
  .record({
    name: hostileText,
    platform: hostileText,
    layers: fc.array(layerStep, { maxLength: 15 }),
    baseline: fc.record({
      kind: fc.constantFrom('exact', 'ancestor', 'rebuilt', 'reference', 'file', 'none'),
      distance: fc.option(fc.nat(500)),
      reason: fc.option(hostileText),
    }),
    budgets: fc.array(budget, { maxLength: 3 }),
    findings: fc.array(finding, { maxLength: 15 }),
    suppressed: fc.array(suppressed, { maxLength: 3 }),
    cost,
    builds: fc.record({ before: build, after: build }),
    history: fc.array(historyPoint, { maxLength: 30 }),
    downloads: fc.boolean(),
    file: hostileText,
  })
  .map(sampleImage);

export const reports: fc.Arbitrary<Report> = fc
  .record({
    verdict: fc.constantFrom('pass', 'warn', 'fail', 'accepted'),
    reasons: fc.array(hostileText, { maxLength: 3 }),
    notices: fc.array(hostileText, { maxLength: 8 }),
    metric: fc.constantFrom('disk', 'download'),
    images: fc.oneof(
      { weight: 5, arbitrary: fc.array(image, { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(image, { minLength: 20, maxLength: 23 }) },
    ),
  })
  .map(sampleReport);
