import { formatBytes } from '../../units.ts';
import { plural } from '../figures.ts';
import { signs, stateOf } from './change.ts';
import { button, el } from './dom.ts';
import { below, pathOf, type TreeNode } from './nodes.ts';
import { fullName, type Subject } from './subject.ts';

const mostResults = 100;

/** What can be searched for: each node with the text that is searched. */
type Index = readonly { readonly node: TreeNode; readonly text: string }[];

/** Layers by their instruction, files by their path, packages by their name; all in small letters. */
function indexOf(subject: Subject): Index {
  const packages = subject.byPackage();
  const nodes = [
    ...[...below(subject.byLayer())].filter(({ kind }) => kind === 'layer' || kind === 'file'),
    ...(packages === null ? [] : [...below(packages)].filter(({ kind }) => kind === 'package')),
  ];
  return nodes.map((node) => ({
    node,
    text: (node.kind === 'file' ? pathOf(node) : fullName(node, subject)).toLowerCase(),
  }));
}

/** What holds all words of the query, the largest first. */
function find(index: Index, query: string): TreeNode[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return index
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ node }) => node)
    .sort((a, b) => b.bytes - a.bytes);
}

/** A field whose results lead to their places on the map. */
export function searchBox(subject: Subject, onChoice: (node: TreeNode) => void): HTMLElement {
  let index: Index | null = null;
  const field = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search paths and packages',
    spellcheck: 'false',
  });
  const count = el('p', { class: 'count', role: 'status' });
  const results = el('ul', { class: 'results' });
  const search = () => {
    index ??= indexOf(subject);
    const found = find(index, field.value);
    const shown = found.slice(0, mostResults);
    count.textContent = field.value.trim() === '' ? '' : countText(found, shown.length);
    results.replaceChildren(...shown.map((node) => el('li', {}, resultButton(node, subject, onChoice))));
  };
  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    field.value = '';
    search();
  });
  return el(
    'search',
    {},
    el('label', { for: 'search', class: 'sr' }, 'Search paths and packages'),
    field,
    count,
    results,
  );
}

function countText(found: readonly TreeNode[], shown: number): string {
  // A package and its files are the same bytes.
  const kinds = new Set(found.map(({ kind }) => kind));
  const bytes = kinds.size > 1 ? '' : `, ${formatBytes(found.reduce((sum, node) => sum + node.bytes, 0))}`;
  const cut = shown < found.length ? `; the ${shown} largest are listed` : '';
  return `${plural(found.length, 'match', 'matches')}${bytes}${cut}`;
}

function resultButton(node: TreeNode, subject: Subject, onChoice: (node: TreeNode) => void): HTMLElement {
  const sign = signs[stateOf(node, subject.isCompared)];
  return button(
    { class: 'result' },
    () => onChoice(node),
    el('span', { class: 'name' }, [sign, fullName(node, subject)].filter(Boolean).join(' ')),
    el('span', { class: 'size' }, formatBytes(node.bytes)),
  );
}
