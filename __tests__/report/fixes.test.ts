import { renderDiff, renderFixes, renderVerification } from '../../src/report/fixes.ts';
import { sampleFinding } from '../support/report-samples.ts';

const piped = { color: false, width: Number.POSITIVE_INFINITY };
const screen = { color: true, width: 80 };

const lists = sampleFinding();
const pip = sampleFinding({
  rule: 'pip-cache-left-behind',
  price: { diskBytes: 4_900_000, downloadBytes: null, measured: true },
});
const unpriced = sampleFinding({ rule: 'add-instead-of-copy', price: null, location: null });
const nothing = { fixed: [], deferred: [], unsafe: [], diff: '', written: false, verification: null };

describe('what was fixed', () => {
  it('is told with what was not, and why', () => {
    expect(renderFixes({ ...nothing, fixed: [lists, unpriced], deferred: [pip], unsafe: [pip] }, piped)).toBe(
      `fixable Dockerfile:3:5 apt-lists-left-behind (20.1 MB)
fixable - add-instead-of-copy
for the next run, as another fix is in its way: Dockerfile:3:5 pip-cache-left-behind (4.9 MB)
fixable with --unsafe, if the image still works: Dockerfile:3:5 pip-cache-left-behind (4.9 MB)
2 fixes, 20.1 MB to save: nothing was written
`,
    );
  });

  it('is told as done where it is', () => {
    expect(renderFixes({ ...nothing, fixed: [lists], written: true }, piped)).toBe(
      'fixed Dockerfile:3:5 apt-lists-left-behind (20.1 MB)\n1 fix, 20.1 MB to save\n',
    );
  });
});

describe('a diff', () => {
  const diff = '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1 @@\n-RUN a\u001b[2J\r\n+RUN b\r\n';

  it('shows on a terminal what would move the cursor', () => {
    expect(renderDiff(diff, { ...screen, color: false })).toBe(
      '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1 +1 @@\n-RUN a\\u{1B}[2J\n+RUN b\n',
    );
    expect(renderDiff(diff, screen)).toContain('\u001b[32m+RUN b\u001b[0m\n');
  });
});

describe('a verification', () => {
  it('has what was predicted beside what was measured', () => {
    const fixes = [
      { finding: lists, predicted: 20_100_000, measured: 20_000_000 },
      { finding: unpriced, predicted: null, measured: null },
    ];
    const together = { predicted: 20_100_000, measured: 18_090_000 };
    expect(renderVerification({ fixes, together, holds: true }, piped)).toBe(
      `PREDICTED  MEASURED  FIX
 -20.1 MB    -20 MB  Dockerfile:3:5 apt-lists-left-behind
        -         -  - add-instead-of-copy
 -20.1 MB  -18.1 MB  together
the prediction holds: -10%
`,
    );
  });

  it('says that there was no prediction', () => {
    const together = { predicted: null, measured: 12 };
    expect(renderVerification({ fixes: [], together, holds: true }, piped)).toContain('holds: there was none\n');
  });
});
