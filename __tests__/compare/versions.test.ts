import { changedVersions } from '../../src/compare/versions.ts';

describe('changedVersions', () => {
  type Versions = (string | null)[];
  it.each<[string, Versions, Versions, string]>([
    ['added', [], ['1.0'], 'added null → 1.0'],
    ['removed', ['1.0'], [], 'removed 1.0 → null'],
    ['upgraded', ['1.9.0'], ['1.10.0'], 'upgraded 1.9.0 → 1.10.0'],
    ['downgraded', ['2.0.0'], ['1.0.0'], 'downgraded 2.0.0 → 1.0.0'],
    ['of the same version', ['1.0.0'], ['1.0.0'], 'same 1.0.0 → 1.0.0'],
    ['of the same order, told apart by its build', ['1.0.0+a'], ['1.0.0+b'], 'changed 1.0.0+a → 1.0.0+b'],
    ['of no order', ['(devel)'], ['1.0.0'], 'changed (devel) → 1.0.0'],
    ['without a version', [null], [null], 'same null → null'],
    ['without one any more', ['1.0.0'], [null], 'changed 1.0.0 → null'],
    ['in two versions, one of which changed', ['3.0.0', '4.0.0'], ['3.0.0', '4.1.0'], 'upgraded 4.0.0 → 4.1.0'],
    ['in one version more', ['3.0.0'], ['3.0.0', '4.0.0'], 'changed 3.0.0 → 3.0.0, 4.0.0'],
    ['in many versions', ['1', '2', '3', '4', '5'], [], 'removed 1, 2, 3 and 2 more → null'],
  ])('says of a package that is %s', (_name, before, after, expected) => {
    const change = changedVersions('node', before, after);
    expect(`${change.direction} ${change.before} → ${change.after}`).toBe(expected);
  });
});
