import { once } from '../../compare/once.ts';
import type { FileTree } from '../../model/file-tree.ts';
import type { MeasuredLayer } from '../../model/measurement.ts';
import type { ImageReport, Report } from '../../model/report.ts';
import { visible } from '../escape.ts';
import { type Links, linksOf } from '../links.ts';
import { layersOf, nodesByLayer, nodesByPackage, packagesOf, pathOf, type TreeNode } from './nodes.ts';

/** The image that the page shows, with all that its parts are drawn from. */
export interface Subject {
  readonly report: Report;
  readonly image: ImageReport;
  readonly links: Links;
  /** Whether the files are known, and what they were before. */
  readonly hasFiles: boolean;
  readonly isCompared: boolean;
  /** How many files are not told apart. */
  readonly gathered: number;
  readonly knowsPackages: boolean;
  /** The same bytes in two arrangements, each made when it is first asked for. Null: it is not known who owns what. */
  readonly byLayer: () => TreeNode;
  readonly byPackage: () => TreeNode | null;
  /** The layer at a place of the map's top level: one of the image, or one of the baseline that is gone. */
  readonly layerAt: (place: number) => MeasuredLayer | null;
  readonly isGone: (place: number) => boolean;
  /** A package of the files' by its place, with its version; null: none. */
  readonly ownerName: (place: number | null) => string | null;
}

export function subjectOf(report: Report, image: ImageReport, tree: FileTree | null): Subject {
  const { current, baseline } = image;
  const byLayer = once(() => (tree === null ? layersOf(current) : nodesByLayer(tree, image.name)));
  const byPackage = once(() => (tree === null ? packagesOf(current) : nodesByPackage(tree, byLayer())));
  const layerAt = (place: number): MeasuredLayer | null => {
    const gone = tree?.gone[place - current.layers.length];
    return current.layers[place] ?? (gone === undefined ? null : (baseline.measurement?.layers[gone] ?? null));
  };
  const ownerName = (place: number | null): string | null => {
    const owner = place === null ? undefined : tree?.packages[place];
    return owner === undefined ? null : [owner.name, owner.version ?? ''].join(' ').trim();
  };
  return {
    report,
    image,
    links: linksOf(report.repository),
    hasFiles: tree !== null,
    isCompared: tree !== null && tree.before !== null,
    gathered: (tree?.gathered ?? []).reduce((sum, [, files]) => sum + files, 0),
    knowsPackages: tree === null ? current.packages !== undefined : tree.owners !== null,
    byLayer,
    byPackage,
    layerAt,
    isGone: (place) => place >= current.layers.length,
    ownerName,
  };
}

/** What a layer is called: its instruction, else what is known of it. */
export function layerName(layer: MeasuredLayer | null): string {
  if (layer === null) return 'layer';
  return visible(layer.instruction ?? (layer.origin === 'base' ? 'base image' : `layer ${layer.diffId.slice(7, 19)}`));
}

/** `Dockerfile:3`, `Dockerfile:3-5`. */
export function placeText({
  file,
  firstLine,
  lastLine,
}: {
  file: string;
  firstLine: number;
  lastLine: number;
}): string {
  return `${visible(file)}:${firstLine}${lastLine > firstLine ? `-${lastLine}` : ''}`;
}

/** What a node is called beside others of its level. */
export function nodeName(node: TreeNode, { layerAt }: Subject): string {
  switch (node.kind) {
    case 'layer':
      return layerName(node.layer === null ? null : layerAt(node.layer));
    case 'gathered':
      return `${node.files.toLocaleString('en-US')} small files`;
    case 'unowned':
      return 'owned by no package';
    case 'rest':
      return 'small files that were not told apart';
    case 'directory':
      return `${visible(node.name)}/`;
    case 'file':
      // In a package a file is named by its path.
      return visible(node.name.slice(node.name.lastIndexOf('/') + 1));
    default:
      return visible(node.name);
  }
}

/** What a node is called where it stands alone. */
export function fullName(node: TreeNode, subject: Subject): string {
  switch (node.kind) {
    case 'file':
      return visible(pathOf(node));
    case 'directory':
      return `${visible(pathOf(node))}/`;
    case 'gathered':
      return `${nodeName(node, subject)} in ${node.parent === null ? '/' : fullName(node.parent, subject)}`;
    case 'package':
      return `${visible(node.parent?.name ?? '')} package ${visible(node.name)}`;
    default:
      return nodeName(node, subject);
  }
}
