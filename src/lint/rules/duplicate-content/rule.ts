import { pathText } from '../../../analysis/path.ts';
import type { Entry } from '../../../model/image.ts';
import { formatBytes } from '../../../units.ts';
import type { Draft, Rule } from '../../rule.ts';
import { instructionOf, type LintLayer, type LintSubject } from '../../subject.ts';

/** Smaller files come twice in packages as they are made: icons, licences, empty databases. */
const smallestBytes = 1_000_000;

interface Duplicate {
  readonly entry: Entry;
  /** Holds the same, in the same layer or a lower one. */
  readonly first: Entry;
}

export const duplicateContent: Rule = {
  name: 'duplicate-content',
  aliases: [],
  severity: 'warning',
  check(subject) {
    // Without layers there is no telling what files hold.
    const duplicates = duplicatesIn(subject.layers ?? []);
    return [...duplicates].flatMap(([layer, found]) => checkLayer(subject, layer, found));
  },
};

/** By the layer that holds the second copy. */
function duplicatesIn(layers: readonly LintLayer[]): ReadonlyMap<LintLayer, Duplicate[]> {
  const duplicates = new Map<LintLayer, Duplicate[]>();
  const firsts = new Map<string, Entry>();
  for (const layer of layers) {
    for (const entry of layer.live) {
      if (entry.size < smallestBytes || entry.hash === null) continue;
      const content = `${entry.size}:${entry.hash}`;
      const first = firsts.get(content);
      if (first === undefined) firsts.set(content, entry);
      else push(duplicates, layer, { entry, first });
    }
  }
  return duplicates;
}

function push(duplicates: Map<LintLayer, Duplicate[]>, layer: LintLayer, duplicate: Duplicate): void {
  const known = duplicates.get(layer);
  if (known === undefined) duplicates.set(layer, [duplicate]);
  else known.push(duplicate);
}

/** One finding for each instruction; what the base image holds twice can't be freed by its user. */
function checkLayer(subject: LintSubject, layer: LintLayer, duplicates: readonly Duplicate[]): Draft[] {
  const instruction = instructionOf(subject, layer);
  if (instruction === null) return [];
  const largest = duplicates.toSorted((a, b) => b.entry.size - a.entry.size).slice(0, 3);
  return [
    {
      message: 'files stand here that the image holds at another path already: keep one, and link to it',
      range: instruction.range,
      claims: duplicates.map(({ entry }) => ({ layer: layer.index, entry })),
      evidence: largest.map(
        ({ entry, first }) =>
          `${pathText(entry.path)} is the same as ${pathText(first.path)} (${formatBytes(entry.size)})`,
      ),
      fix: null,
    },
  ];
}
