import { formatBytes, formatExactBytes, formatPercent } from '../../units.ts';
import { visible } from '../escape.ts';
import { plural } from '../figures.ts';
import { changeText } from './change.ts';
import { code, el } from './dom.ts';
import type { TreeNode } from './nodes.ts';
import { fullName, layerName, placeText, type Subject } from './subject.ts';

/** What is known of a node, line by line: name, exact bytes and share, change, whose layer it is in. */
export function detailLines(node: TreeNode, subject: Subject): HTMLElement[] {
  const lines = [
    el('strong', {}, fullName(node, subject)),
    el('span', {}, [formatExactBytes(node.bytes), ...shares(node, subject)].join(' · ')),
    ...[changeText(node, subject.isCompared), hiddenText(node), filesText(node)].map((text) => el('span', {}, text)),
    ...layerLines(node, subject),
  ];
  return lines.filter(({ textContent }) => textContent !== '').map((line) => el('div', {}, line));
}

/** The same in one sentence, for a voice. */
export function describeNode(node: TreeNode, subject: Subject): string {
  const parts = [
    fullName(node, subject),
    formatBytes(node.bytes),
    ...shares(node, subject),
    changeText(node, subject.isCompared),
    hiddenText(node),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function shares(node: TreeNode, { image }: Subject): string[] {
  const { diskBytes } = image.current;
  const share = diskBytes === 0 ? [] : [`${formatPercent((node.bytes / diskBytes) * 100)} of the image`];
  const { parent } = node;
  const isPart = parent !== null && parent.parent !== null && parent.bytes > 0;
  return isPart ? [...share, `${formatPercent((node.bytes / parent.bytes) * 100)} of what it lies in`] : share;
}

function hiddenText({ hidden, bytes }: TreeNode): string {
  if (hidden === 0) return '';
  return hidden === bytes ? 'hidden by a later layer' : `${formatBytes(hidden)} of it hidden by later layers`;
}

const filesText = ({ kind, files }: TreeNode): string =>
  kind === 'file' || files === 0 ? '' : plural(files, 'file').replace(/^\d+/, files.toLocaleString('en-US'));

function layerLines({ layer: place, owner, kind }: TreeNode, subject: Subject): HTMLElement[] {
  const layer = place === null ? null : subject.layerAt(place);
  if (layer === null || place === null) return [];
  const where = layer.location === null ? '' : ` · ${placeText(layer.location)}`;
  const owned = kind === 'file' ? subject.ownerName(owner) : null;
  return [
    ...(owned === null ? [] : [el('span', {}, `package ${visible(owned)}`)]),
    el('span', {}, `${subject.isGone(place) ? 'Layer that is gone' : `Layer ${place + 1}`}${where}`),
    ...(kind === 'layer' ? [] : [code(layerName(layer))]),
  ];
}
