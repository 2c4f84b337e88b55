import { type HierarchyRectangularNode, hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { TreeNode } from './nodes.ts';

/** A rectangle of the map, in pixels from the corner of what it lies in. */
export interface Cell {
  /** Null: what is too small to have a rectangle of its own, added up. */
  readonly node: TreeNode | null;
  /** How many the rectangle stands for. */
  readonly count: number;
  readonly bytes: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The next level, drawn inside. */
  readonly cells: readonly Cell[];
}

interface Part {
  readonly node: TreeNode | null;
  readonly count: number;
  readonly bytes: number;
  readonly parts: readonly Part[];
}

/** Height of the line in which a rectangle with others inside says what it is. */
export const titleHeight = 20;
/** A rectangle that is less high leaves its height to those inside. */
export const leastTitled = 44;
/** Of a level; what is smaller than the largest is added up. */
const mostParts = 120;
/** Square pixels below which nothing can be told apart. */
const leastArea = 160;
/** Of what can hold a title and others below it. */
const leastHolderArea = 3000;
/** How many are drawn inside one another. */
const mostLevels = 3;

/** What a node holds, level by level: areas are bytes on disk. What is gone or empty has none. */
export function layOut(top: TreeNode, width: number, height: number): readonly Cell[] {
  const parts = partsOf(top, mostLevels, (width * height) / top.bytes);
  const root = hierarchy<Part>({ node: top, count: 1, bytes: 0, parts }, ({ parts }) => [...parts])
    .sum(({ bytes, parts }) => (parts.length > 0 ? 0 : bytes))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laidOut = treemap<Part>()
    .tile(treemapSquarify)
    .size([width, height])
    .paddingInner(2)
    .paddingOuter(({ depth }) => (depth === 0 ? 0 : 3))
    .paddingTop(({ depth, y0, y1 }) => (depth === 0 ? 0 : y1 - y0 < leastTitled ? 3 : titleHeight))
    .round(true)(root);
  return (laidOut.children ?? []).map(cellOf);
}

/** @param scale square pixels of a byte */
function partsOf(node: TreeNode, levels: number, scale: number): readonly Part[] {
  if (levels === 0 || node.bytes * scale < leastHolderArea) return [];
  const sorted = node.children.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
  const shown = sorted.slice(0, mostParts).filter(({ bytes }) => bytes * scale >= leastArea);
  const left = sorted.slice(shown.length);
  const parts = shown.map((child): Part => {
    return { node: child, count: 1, bytes: child.bytes, parts: partsOf(child, levels - 1, scale) };
  });
  if (left.length === 0) return parts;
  const bytes = left.reduce((sum, child) => sum + child.bytes, 0);
  return [...parts, { node: null, count: left.length, bytes, parts: [] }];
}

const cellOf = ({ data, children, parent, x0, y0, x1, y1 }: HierarchyRectangularNode<Part>): Cell => ({
  node: data.node,
  count: data.count,
  bytes: data.bytes,
  left: x0 - (parent?.x0 ?? 0),
  top: y0 - (parent?.y0 ?? 0),
  width: x1 - x0,
  height: y1 - y0,
  cells: (children ?? []).map(cellOf).filter(({ width, height }) => width >= 3 && height >= 3),
});
