import { formatBytes, formatDelta, formatExactBytes } from '../../units.ts';
import type { TreeNode } from './nodes.ts';

/** What became of a part of the image since the baseline; `unknown`: there is nothing to compare with. */
export type State = 'new' | 'grown' | 'shrunk' | 'same' | 'gone' | 'unknown';

type Weight = Pick<TreeNode, 'bytes' | 'before' | 'isThere' | 'wasThere'>;

export function stateOf({ bytes, before, isThere, wasThere }: Weight, isCompared: boolean): State {
  if (!isCompared) return 'unknown';
  if (!wasThere && isThere) return 'new';
  if (wasThere && !isThere) return 'gone';
  return bytes === before ? 'same' : bytes > before ? 'grown' : 'shrunk';
}

/** A sign for each state, so that colour is never all that tells. */
export const signs: Readonly<Record<State, string>> = {
  new: '+',
  grown: '▲',
  shrunk: '▼',
  same: '',
  gone: '×',
  unknown: '',
};

/** `grown by 1.2 MB`, in words that a voice can read. */
export function changeText(weight: Weight, isCompared: boolean): string {
  const state = stateOf(weight, isCompared);
  const delta = weight.bytes - weight.before;
  switch (state) {
    case 'unknown':
      return '';
    case 'new':
      return 'new';
    case 'gone':
      return `gone (${formatDelta(delta)})`;
    case 'same':
      return 'same size';
    default:
      return `${state} by ${formatBytes(Math.abs(delta))}, from ${formatExactBytes(weight.before)}`;
  }
}

/** How strongly a change is coloured, 0.3 to 1: by what part of it came or went, all of it from a half on. */
export function strengthOf({ bytes, before }: Weight): number {
  const whole = Math.max(bytes, before);
  return whole === 0 ? 1 : Math.min(1, 0.3 + (1.4 * Math.abs(bytes - before)) / whole);
}
