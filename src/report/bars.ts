/** Pictures of a few characters, for where there is only text. Each needs its figures beside it: not all see or hear them. */

const cells = 10;

/** How much of a limit is used: `▓▓▓▓▓░░░░░`; of more than all of it, where the limit lies: `▓▓▓┃▓▓▓▓▓▓▓`. */
export function budgetBar(actual: number, limit: number): string {
  if (actual > limit) {
    const within = bounded(Math.round((cells * limit) / actual), 0, cells - 1);
    return `${'▓'.repeat(within)}┃${'▓'.repeat(cells - within)}`;
  }
  const used = actual <= 0 ? 0 : bounded(Math.round((cells * actual) / limit), 1, cells);
  return '▓'.repeat(used) + '░'.repeat(cells - used);
}

const levels = '▁▂▃▄▅▆▇█';

/** Less than this part of the largest value is no movement, however the others lie. */
const leastRange = 0.05;

/** `▁▁▂▂▃█`: values from the least to the largest, in their order. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values);
  const least = Math.min(...values, most - leastRange * Math.abs(most));
  const levelOf = (value: number) => Math.floor(((value - least) / (most - least)) * (levels.length - 1) + 0.5);
  return values.map((value) => levels[most === least ? 0 : levelOf(value)]).join('');
}

const bounded = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
