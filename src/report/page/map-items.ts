import { formatBytes } from '../../units.ts';
import { plural } from '../figures.ts';
import { signs, stateOf, strengthOf } from './change.ts';
import { describeNode } from './details.ts';
import { el } from './dom.ts';
import type { TreeNode } from './nodes.ts';
import { nodeName, type Subject } from './subject.ts';
import { type Cell, leastTitled, titleHeight } from './treemap.ts';

/** The items of a map by their elements, in reading order. */
export type Items = Map<HTMLElement, TreeNode>;

const leastLabel = { width: 44, height: 15 };

/** Draws cells as items of a tree, the next level inside of each; notes each item in `items`. */
export function drawCells(cells: readonly Cell[], subject: Subject, items: Items, level = 1): HTMLElement[] {
  return cells.map((cell) => {
    const element = cell.node === null ? sumItem(cell) : nodeItem(cell.node, cell, subject, items, level);
    const { style } = element;
    style.left = `${cell.left}px`;
    style.top = `${cell.top}px`;
    style.width = `${cell.width}px`;
    style.height = `${cell.height}px`;
    return element;
  });
}

function nodeItem(node: TreeNode, cell: Cell, subject: Subject, items: Items, level: number): HTMLElement {
  const state = stateOf(node, subject.isCompared);
  const isHidden = node.hidden > 0 && node.hidden === node.bytes;
  const item = el('li', {
    role: 'treeitem',
    tabindex: -1,
    class: `cell ${state}${isHidden ? ' dead' : ''}${cell.cells.length > 0 ? ' holder' : ''}`,
    'aria-level': level,
    'aria-selected': 'false',
    'aria-label': describeNode(node, subject),
    'aria-expanded': node.children.length > 0 ? String(cell.cells.length > 0) : null,
  });
  item.style.setProperty('--strength', `${Math.round(100 * strengthOf(node))}%`);
  items.set(item, node);
  const name = [signs[state], nodeName(node, subject)].filter((part) => part !== '').join(' ');
  if (hasLabel(cell)) item.append(label(name, node.bytes, cell));
  if (cell.cells.length > 0) {
    item.append(el('ul', { role: 'group' }, ...drawCells(cell.cells, subject, items, level + 1)));
  }
  return item;
}

const hasLabel = ({ width, height, cells }: Cell): boolean =>
  width >= leastLabel.width && height >= (cells.length > 0 ? leastTitled : leastLabel.height);

/** Less wide, a label has room for the name alone. */
const leastWithSize = 90;

function label(name: string, bytes: number, { cells, width, height }: Cell): HTMLElement {
  const isTall = cells.length === 0 && height >= 2 * titleHeight;
  return el(
    'span',
    { class: isTall ? 'label tall' : 'label', 'aria-hidden': 'true' },
    el('span', { class: 'name' }, name),
    isTall || width >= leastWithSize ? el('span', { class: 'size' }, formatBytes(bytes)) : null,
  );
}

/** What is too small to be drawn; it leads nowhere. */
function sumItem(cell: Cell): HTMLElement {
  const text = `${plural(cell.count, 'smaller item')}, ${formatBytes(cell.bytes)}`;
  const item = el('li', { role: 'none', class: 'cell sum', title: text });
  if (hasLabel(cell)) item.append(label(`${cell.count} smaller`, cell.bytes, cell));
  return item;
}

/** Which item a key leads to from the item at `at`; null: the key moves nothing. */
export function moveOf(key: string, at: number, items: readonly HTMLElement[]): number | null {
  const within = (place: number) => Math.max(0, Math.min(items.length - 1, place));
  const item = items[at];
  const level = levelOf(item);
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'Home':
      return within(0);
    case 'End':
      return within(items.length - 1);
    case 'ArrowRight':
      return levelOf(items[at + 1]) > level ? at + 1 : at;
    case 'ArrowLeft': {
      const parent = items.findLastIndex((other, place) => place < at && levelOf(other) < level);
      return parent < 0 ? at : parent;
    }
    default:
      return null;
  }
}

const levelOf = (item: HTMLElement | undefined): number => Number(item?.getAttribute('aria-level') ?? 0);
