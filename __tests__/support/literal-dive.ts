import type { LayerIndex } from '../../src/model/image.ts';

/**
 * dive's way (dive/filetree/efficiency.go) taken literally: whole trees, stacked anew for every whiteout, leaves visited
 * in the order of their names.
 */

interface Tree {
  info: { readonly size: number; readonly isDirectory: boolean };
  readonly children: Map<string, Tree>;
}

interface Place {
  readonly names: readonly string[];
  readonly node: Tree;
}

const newTree = (): Tree => ({ info: { size: 0, isDirectory: false }, children: new Map() });

function add(tree: Tree, [first, ...rest]: readonly string[], info: Tree['info'] | null): void {
  if (first === undefined) {
    if (info !== null) tree.info = info;
    return;
  }
  const child = tree.children.get(first) ?? newTree();
  tree.children.set(first, child);
  add(child, rest, info);
}

const find = (tree: Tree | undefined, names: readonly string[]): Tree | undefined =>
  names.reduce((node, name) => node?.children.get(name), tree);

/** Children before their parents; the root only where it has a name. */
const placesOf = (node: Tree, names: readonly string[] = []): Place[] => [
  ...[...node.children]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, child]) => placesOf(child, [...names, name])),
  ...(names.length > 0 ? [{ names, node }] : []),
];

const lastOf = (names: readonly string[]): string => names.at(-1) ?? '';
const isWhiteout = (names: readonly string[]): boolean => lastOf(names).startsWith('.wh.');
const shownOf = (names: readonly string[]): string[] => [...names.slice(0, -1), lastOf(names).replace(/^\.wh\./, '')];

function treeOf(layer: LayerIndex | undefined): Tree {
  const tree = newTree();
  for (const { kind, path, size } of layer?.entries ?? []) {
    const names = path.split('/');
    const info = { size, isDirectory: kind === 'directory' };
    if (kind === 'whiteout') add(tree, [...names.slice(0, -1), `.wh.${lastOf(names)}`], info);
    else add(tree, names, kind === 'opaque' ? null : info);
  }
  return tree;
}

/** The first `count` layers over the first one. */
function stacked(layers: readonly LayerIndex[], count: number): Tree {
  const tree = treeOf(layers[0]);
  for (const upper of layers.slice(0, count))
    for (const { names, node } of placesOf(treeOf(upper))) {
      if (isWhiteout(names)) find(tree, names.slice(0, -1))?.children.delete(lastOf(shownOf(names)));
      else add(tree, names, node.info);
    }
  return tree;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Null where dive gives the layer up. */
function sizeOf({ names, node }: Place, layers: readonly LayerIndex[], index: number): number | null {
  if (!isWhiteout(names)) return node.info.size;
  const previous = find(stacked(layers, index), shownOf(names));
  if (previous === undefined) return null;
  return previous.info.isDirectory ? sum(placesOf(previous, ['']).map((place) => place.node.info.size)) : 0;
}

function sizesByPath(layers: readonly LayerIndex[]): ReadonlyMap<string, number[]> {
  const sizes = new Map<string, number[]>();
  for (const [index, layer] of layers.entries()) {
    for (const place of placesOf(treeOf(layer)).filter(({ node }) => node.children.size === 0)) {
      const size = sizeOf(place, layers, index);
      if (size === null) break;
      const path = `/${shownOf(place.names).join('/')}`;
      sizes.set(path, [...(sizes.get(path) ?? []), size]);
    }
  }
  return sizes;
}

/** Efficiency, and `count×bytes path` of each inefficient path, in no order. */
export function literalDive(layers: readonly LayerIndex[]): { efficiency: number; paths: string[] } {
  const sizes = sizesByPath(layers);
  const all = sum([...sizes.values()].flat());
  return {
    efficiency: all === 0 ? 1 : sum([...sizes.values()].map((each) => Math.min(...each))) / all,
    paths: [...sizes]
      .filter(([, each]) => each.length > 1)
      .map(([path, each]) => `${each.length}×${sum(each)} ${path}`),
  };
}
