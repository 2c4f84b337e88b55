import type { BudgetResult, HistoryPoint, ImageReport, PackageChange, Report } from '../../src/model/report.ts';
import {
  type ChildStep,
  type LayerStep,
  sampleBudget,
  sampleCommit,
  sampleFinding,
  sampleFix,
  sampleImage,
  sampleReport,
} from './report-samples.ts';

/** One report for each way that a run can end, for goldens and to look at. */

const base: LayerStep = {
  instruction: 'FROM debian:bookworm-slim',
  line: null,
  before: 74_800_000,
  after: 74_800_000,
};

const apt: LayerStep = {
  instruction:
    'RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates build-essential libpq-dev',
  line: 4,
  before: 31_200_000,
  after: 51_300_412,
};

const pip: LayerStep = {
  instruction: 'RUN pip install -r requirements.txt',
  line: 9,
  before: 18_000_000,
  after: 18_000_000,
};
const copy: LayerStep = { instruction: 'COPY . /srv/app', line: 12, before: 512_300, after: 518_044 };

const grew = (bytes: number, limit: number, status: BudgetResult['status']): BudgetResult =>
  sampleBudget({
    status,
    actual: bytes,
    limitValue: limit,
    message:
      status === 'pass'
        ? 'grew by 1.2 MB (+1%): within max-increase 5%'
        : 'grew by 20.1 MB (+16.1%): 13.9 MB over max-increase 5%',
  });

const capped = (actual: number, limit: number, status: BudgetResult['status'], message: string): BudgetResult =>
  sampleBudget({
    budget: 'max-size',
    limit: `${limit / 1_000_000}MB`,
    status,
    excused: status === 'warn',
    actual,
    limitValue: limit,
    message,
  });

const lintFindings = [
  sampleFinding({
    location: { file: 'Dockerfile', firstLine: 4, lastLine: 7, firstColumn: 5, lastColumn: 30 },
    fix: sampleFix({
      firstLine: 7,
      before: ['      libpq5'],
      after: ['      libpq5 && rm -rf /var/lib/apt/lists/*'],
    }),
  }),
  sampleFinding({
    rule: 'pip-cache-left-behind',
    message: 'pip keeps its download cache in /root/.cache/pip',
    location: { file: 'Dockerfile', firstLine: 9, lastLine: 9, firstColumn: 5, lastColumn: 38 },
    price: { diskBytes: 14_300_000, downloadBytes: 13_900_000, measured: true },
    evidence: ['14.3 MB in 211 files below /root/.cache/pip'],
    fix: sampleFix({
      firstLine: 9,
      before: ['RUN pip install -r requirements.txt'],
      after: ['RUN pip install -r requirements.txt --no-cache-dir'],
    }),
  }),
  sampleFinding({
    rule: 'chown-duplicates-files',
    message: '`chown -R` writes every file of a lower layer again: use `COPY --chown`',
    location: { file: 'Dockerfile', firstLine: 13, lastLine: 13, firstColumn: 5, lastColumn: 30 },
    price: { diskBytes: 6_800_000, downloadBytes: 2_100_000, measured: true },
    evidence: ['6.8 MB in 1,204 files below /srv/app'],
  }),
  sampleFinding({
    rule: 'JSONArgsRecommended',
    aliases: [],
    message: 'JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
    location: { file: 'Dockerfile', firstLine: 20, lastLine: 20, firstColumn: null, lastColumn: null },
    price: null,
    evidence: [],
  }),
];

/** A record a day, of these sizes in megabytes; the last is the baseline. */
const historyOf = (megabytes: readonly number[]): HistoryPoint[] =>
  megabytes.map((size, at) => ({
    commit: at === megabytes.length - 1 ? sampleCommit(41) : sampleCommit(200 + at),
    created: new Date(Date.UTC(2026, 10, 20 - megabytes.length + at)).toISOString(),
    diskBytes: size * 1_000_000,
    downloadBytes: size * 400_000,
  }));

const overBudget = sampleImage({
  layers: [base, apt, pip, copy],
  budgets: [
    grew(20_106_156, 6_225_615, 'fail'),
    capped(144_618_456, 300_000_000, 'pass', '145 MB is within max-size 300MB'),
  ],
  findings: lintFindings,
});

/** The same with what is known of most: causes, files behind the lines, what went before. */
const regression = sampleImage({
  layers: [
    base,
    {
      ...apt,
      evidence: 'RUN line 4 edited',
      assumed: false,
      children: [
        { kind: 'directory', label: '/var/lib/apt/lists', before: null, after: 20_100_412 },
        { kind: 'file', label: '/usr/bin/curl', before: 300_000, after: 300_000 },
      ],
    },
    pip,
    { ...copy, evidence: 'COPY line 12 copies other files', assumed: false },
  ],
  budgets: overBudget.budgets,
  findings: lintFindings,
  history: historyOf([98.2, 98.2, 98.4, 101.9, 101.9, 102, 109.6, 110.1, 110.1, 118.7, 124.4, 124.512_3]),
});

const packageOf = (
  manager: PackageChange['manager'],
  name: string,
  before: string | null,
  after: string | null,
): Pick<ChildStep, 'kind' | 'label' | 'package'> => {
  const direction = before === null ? 'added' : after === null ? 'removed' : before === after ? 'same' : 'upgraded';
  return { kind: 'package', label: name, package: { manager, name, before, after, direction } };
};

const sitePackages = '/usr/local/lib/python3.12/site-packages';

/** Each cause, packages, directories, files and what moved. */
const drilledDown = sampleImage({
  name: 'shop',
  layers: [
    {
      instruction: 'FROM python:3.12-slim',
      line: null,
      before: 124_000_000,
      after: 127_200_000,
      cause: 'base',
      evidence: 'FROM python:3.12-slim: digest a1b2c3d → c3d4e5f, +3.2 MB',
      children: [
        {
          ...packageOf('dpkg', 'libssl3', '3.0.11-1~deb12u2', '3.0.14-1~deb12u1'),
          before: 6_010_000,
          after: 8_910_000,
        },
        { ...packageOf('dpkg', 'tzdata', '2024a-0+deb12u1', '2024b-0+deb12u1'), before: 1_900_000, after: 2_150_000 },
      ],
    },
    {
      instruction: 'RUN apt-get update && apt-get install -y --no-install-recommends libpq5 curl',
      line: 4,
      before: 21_300_000,
      after: 21_700_000,
      cause: 'drift',
      evidence: 'RUN line 4 unchanged; curl 7.88.1 → 7.88.2, +380 kB',
      children: [
        { ...packageOf('dpkg', 'curl', '7.88.1-10+deb12u7', '7.88.1-10+deb12u8'), before: 500_000, after: 880_000 },
        { kind: 'other', label: 'noise: package databases, caches, logs, bytecode', before: 90_000, after: 110_000 },
      ],
    },
    {
      instruction: 'RUN pip install --no-cache-dir -r requirements.txt',
      line: 9,
      before: 201_000_000,
      after: 232_200_000,
      evidence: 'requirements.txt changed, which an earlier line copies: Dockerfile:8',
      assumed: false,
      children: [
        {
          ...packageOf('python', 'torch', '2.1.0', '2.3.0'),
          before: 150_000_000,
          after: 179_000_000,
          children: [
            {
              kind: 'directory',
              label: `${sitePackages}/torch/lib`,
              before: 120_000_000,
              after: 146_000_000,
              children: [
                {
                  kind: 'file',
                  label: `${sitePackages}/torch/lib/libtorch_cpu.so`,
                  before: 110_000_000,
                  after: 134_500_000,
                },
              ],
            },
          ],
        },
        { ...packageOf('python', 'numpy', null, '1.26.4'), before: null, after: 4_100_000 },
        { ...packageOf('python', 'simplejson', '3.19.2', null), before: 2_000_000, after: null },
      ],
    },
    {
      instruction: 'COPY --from=assets /out /app',
      line: 12,
      before: 18_000_000,
      after: 18_400_000,
      evidence: 'nothing tells what the build context held',
      assumed: true,
      children: [
        { kind: 'file', label: '/app/models/big.bin', before: null, after: 400_000 },
        {
          kind: 'file',
          label: '/app/static/logo.svg',
          before: 12_000,
          after: 12_000,
          movedFrom: '/app/img/logo.svg',
        },
      ],
    },
  ],
  budgets: [
    {
      ...grew(31_600_000, 18_215_000, 'fail'),
      message:
        'grew by 31.6 MB (+8.7%) of your own: 13.4 MB over max-increase 5%; ' +
        'undoing torch (Dockerfile:9, 29 MB) gets below it',
    },
  ],
});

/** A base image that was built anew and a package that nobody pinned: nothing of it is the author's. */
const baseGrew = sampleImage({
  layers: [
    {
      ...base,
      after: 98_150_000,
      cause: 'base',
      evidence: 'FROM debian:bookworm-slim: digest a1b2c3d → c3d4e5f, +23.4 MB',
      assumed: false,
    },
    {
      ...apt,
      after: 31_540_000,
      cause: 'drift',
      evidence: 'RUN line 4 unchanged; curl 7.88.1 → 7.88.2, +340 kB',
      assumed: false,
      children: [{ ...packageOf('dpkg', 'curl', '7.88.1', '7.88.2'), before: 500_000, after: 840_000 }],
    },
    { ...copy, before: 512_300, after: 512_300, children: [] },
  ],
  budgets: [
    {
      ...grew(0, 6_000_000, 'pass'),
      message: 'no change of your own: within max-increase 5%',
    },
    capped(130_202_300, 300_000_000, 'pass', '130 MB is within max-size 300MB'),
  ],
  history: historyOf([106.4, 106.4, 106.5, 106.5, 106.512_3]),
});

/** An image of a monorepo: `growth` bytes more in one line. */
function service(at: number, growth: number, findings: ImageReport['findings'] = []): ImageReport {
  const name = `ghcr.io/octo/shop/service-${String(at).padStart(3, '0')}`;
  const file = `services/service-${String(at).padStart(3, '0')}/Dockerfile`;
  const size = 20_000_000 + at * 37_000;
  const status = growth > 5_000_000 ? 'fail' : 'pass';
  return sampleImage({
    name,
    file,
    findings,
    layers: [base, { instruction: 'COPY --from=build /out /srv', line: 8, before: size, after: size + growth }],
    budgets: [
      sampleBudget({
        limit: '5MB',
        status,
        actual: growth,
        limitValue: 5_000_000,
        message: status === 'pass' ? 'within max-increase 5MB' : `grew by +${growth / 1e6} MB: over max-increase 5MB`,
      }),
    ],
  });
}

function monorepo(count: number, growthOf: (at: number) => number): Report {
  const images = Array.from({ length: count }, (_, at) =>
    service(
      at,
      growthOf(at),
      at % 9 === 0
        ? [sampleFinding({ price: { diskBytes: 19_000_000 + at, downloadBytes: null, measured: true } })]
        : [],
    ),
  );
  const reasons = images.flatMap((image) =>
    image.budgets.filter(({ status }) => status === 'fail').map(({ message }) => `${image.name} ${message}`),
  );
  return sampleReport({ verdict: reasons.length > 0 ? 'fail' : 'pass', reasons, images });
}

export const gallery: Readonly<Record<string, Report>> = {
  'no-image': sampleReport({ verdict: 'fail', reasons: ['no image was built'], images: [] }),
  'no-baseline': sampleReport({
    images: [
      sampleImage({
        baseline: { kind: 'none', reason: 'no measurement is stored for main or any of its last 200 commits' },
        budgets: [
          capped(120_000_000, 300_000_000, 'pass', '120 MB is within max-size 300MB'),
          {
            ...grew(0, 0, 'unknown'),
            actual: null,
            limitValue: null,
            message: 'max-increase 5% was not checked: there is no baseline',
          },
        ],
      }),
    ],
  }),
  'no-change': sampleReport({ images: [sampleImage({ budgets: [grew(0, 6_000_000, 'pass')] })] }),
  'within-budget': sampleReport({
    images: [
      sampleImage({
        layers: [base, { ...copy, before: 45_200_000, after: 46_412_345 }],
        baseline: { kind: 'ancestor', distance: 3 },
        budgets: [grew(1_212_345, 6_000_000, 'pass')],
      }),
    ],
    notices: ['The baseline of 1a2b3c4 was written by a newer version and was passed over.'],
  }),
  'over-budget': sampleReport({
    verdict: 'fail',
    reasons: ['app grew by 20.1 MB (+16.1%): 13.9 MB over max-increase 5%'],
    images: [overBudget],
  }),
  regression: sampleReport({
    verdict: 'fail',
    reasons: ['app grew by 20.1 MB (+16.1%): 13.9 MB over max-increase 5%'],
    images: [regression],
  }),
  'base-grew': sampleReport({ images: [baseGrew] }),
  'drill-down': sampleReport({
    verdict: 'fail',
    reasons: ['shop grew by 31.6 MB (+8.7%) of your own: 13.4 MB over max-increase 5%'],
    images: [drilledDown],
  }),
  shrank: sampleReport({
    images: [
      sampleImage({
        layers: [base, { ...apt, before: 51_300_412, after: null }, { ...copy, before: 100_000, after: 103_000 }],
        budgets: [grew(-51_297_412, 6_000_000, 'pass')],
        downloads: false,
      }),
    ],
  }),
  'already-over-cap': sampleReport({
    verdict: 'warn',
    reasons: ['125 MB (disk) is 24.5 MB over max-size 100 MB, as the baseline was already; it did not grow'],
    images: [
      sampleImage({
        layers: [base, { ...apt, after: 31_200_000 }, { ...pip, after: 18_000_100 }, { ...copy, after: 512_200 }],
        budgets: [
          capped(
            124_512_300,
            100_000_000,
            'warn',
            '125 MB (disk) is 24.5 MB over max-size 100 MB, as the baseline was already; it did not grow',
          ),
        ],
      }),
    ],
  }),
  '12-images': monorepo(12, (at) => (at === 4 ? 12_300_000 : at % 5 === 0 ? 480_000 * (at + 1) : 0)),
  '40-images': monorepo(40, (at) => (at % 13 === 7 ? 6_200_000 : at % 6 === 0 ? 1_000 * (at + 1) : 0)),
  '300-images': monorepo(300, (at) => (at % 70 === 69 ? 5_500_000 : 1_000 * (at + 1))),
};
