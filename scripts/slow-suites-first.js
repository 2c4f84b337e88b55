import Sequencer from '@jest/test-sequencer';

/**
 * The suites that wait for engines and browsers before the unit tests, which then fill what is left: the other way round
 * the last slow suite runs alone. Where a run before told how long each takes, jest's own order holds within both.
 */
export default class SlowSuitesFirst extends Sequencer {
  sort(tests) {
    const isSlow = ({ context }) => context.config.displayName?.name !== 'unit';
    const sorted = super.sort(tests);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }
}
