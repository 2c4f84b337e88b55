import { deservesComment } from '../../src/github/comment-policy.ts';
import type { Report } from '../../src/model/report.ts';
import { grownImage, newImage, sampleImage, sampleReport } from '../support/report-samples.ts';

const cases: readonly [string, Report, Record<'always' | 'on-change' | 'on-failure' | 'never', boolean>][] = [
  [
    'nothing changed',
    sampleReport({ images: [sampleImage()] }),
    { always: true, 'on-change': false, 'on-failure': false, never: false },
  ],
  [
    'it grew',
    sampleReport({ images: [grownImage()] }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
  [
    'there is no baseline',
    sampleReport({ images: [newImage()] }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
  [
    'one of two grew',
    sampleReport({ images: [sampleImage(), grownImage()] }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
  [
    'rows changed that add up to nothing',
    sampleReport({ images: [{ ...grownImage(), delta: { diskBytes: 0, downloadBytes: 0, percent: 0 } }] }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
  [
    'only the other metric changed',
    sampleReport({
      images: [{ ...sampleImage(), delta: { diskBytes: 0, downloadBytes: 9, percent: 0 } }],
    }),
    { always: true, 'on-change': false, 'on-failure': false, never: false },
  ],
  [
    'the same files weigh some bytes more to download',
    sampleReport({
      metric: 'download',
      images: [{ ...sampleImage(), delta: { diskBytes: 0, downloadBytes: 3, percent: 0 } }],
    }),
    { always: true, 'on-change': false, 'on-failure': false, never: false },
  ],
  [
    'the metric is not known',
    sampleReport({
      metric: 'download',
      images: [{ ...sampleImage(), delta: { diskBytes: 0, downloadBytes: null, percent: null } }],
    }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
  [
    'it fails without a change',
    sampleReport({ verdict: 'fail', images: [sampleImage()] }),
    { always: true, 'on-change': true, 'on-failure': true, never: false },
  ],
  [
    'a failure was accepted',
    sampleReport({ verdict: 'accepted' }),
    { always: true, 'on-change': true, 'on-failure': true, never: false },
  ],
  [
    'it warns',
    sampleReport({ verdict: 'warn' }),
    { always: true, 'on-change': true, 'on-failure': false, never: false },
  ],
];

describe('whether a report deserves a first comment', () => {
  describe.each(cases)('%s', (_, report, expected) => {
    it.each(['always', 'on-change', 'on-failure', 'never'] as const)('%s', (policy) => {
      expect(deservesComment(policy, report)).toBe(expected[policy]);
    });
  });
});
