import type { MeasuredLayer } from '../../model/measurement.ts';
import { formatBytes, formatDelta, formatExactBytes } from '../../units.ts';
import { visible } from '../escape.ts';
import { plural, sizeText } from '../figures.ts';
import { stateOf } from './change.ts';
import { bar, button, code, el, link, scrolling, section } from './dom.ts';
import type { TreeNode } from './nodes.ts';
import { layerName, placeText, type Subject } from './subject.ts';

/** The layers, base first, each beside the Dockerfile line that made it; a layer's number leads to it on the map. */
export function layerTable(subject: Subject, onChoice: (place: number) => void): HTMLElement {
  const { image, isCompared, hasFiles } = subject;
  const { layers } = image.current;
  const nodes = new Map(subject.byLayer().children.map((node) => [node.layer, node]));
  const largest = layers.reduce((most, { diskBytes }) => Math.max(most, diskBytes), 1);
  const rows = layers.map((layer, place) =>
    el(
      'tr',
      {},
      el(
        'td',
        { class: 'number' },
        button(
          { class: 'plain', 'aria-label': `Layer ${place + 1} on the map` },
          () => onChoice(place),
          String(place + 1),
        ),
      ),
      el('th', { scope: 'row' }, ...lineParts(layer, subject)),
      el(
        'td',
        { class: 'number', title: formatExactBytes(layer.diskBytes) },
        formatBytes(layer.diskBytes),
        bar(layer.diskBytes / largest),
      ),
      el('td', { class: 'number' }, sizeText(layer.downloadBytes)),
      ...nodeCells(nodes.get(place), subject),
    ),
  );
  const titles = [
    'Layer',
    'Dockerfile line',
    'Disk',
    'Download',
    ...(isCompared ? ['Change'] : []),
    ...(hasFiles ? ['Hidden'] : []),
  ];
  const head = titles.map((title, at) => el('th', { scope: 'col', class: at > 1 ? 'number' : null }, title));
  return section(
    'layers',
    plural(layers.length, 'layer'),
    scrolling(
      'Layers',
      el('table', { class: 'layers' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)),
    ),
  );
}

/** `Dockerfile:3 · stage build` above the instruction. */
function lineParts(layer: MeasuredLayer, { links }: Subject): HTMLElement[] {
  const { location, origin, attribution } = layer;
  const place = location === null ? null : link(placeText(location), links.lines(location));
  const stage = location?.stage == null || /^\d+$/.test(location.stage) ? null : `stage ${visible(location.stage)}`;
  const facts = [
    origin === 'base' ? 'base image' : null,
    stage,
    attribution === 'history' ? "by the image's history" : null,
  ].filter((fact) => fact !== null);
  const where = [place, facts.length > 0 && place !== null ? ' · ' : null, facts.join(' · ')];
  return [el('div', { class: 'where' }, ...where), el('div', { class: 'instruction' }, code(layerName(layer)))];
}

function nodeCells(node: TreeNode | undefined, { isCompared, hasFiles }: Subject): HTMLElement[] {
  if (node === undefined) return [];
  const state = stateOf(node, isCompared);
  const change = state === 'same' ? '–' : formatDelta(node.bytes - node.before) + (state === 'new' ? ' new' : '');
  const hidden = node.hidden === 0 ? '–' : formatBytes(node.hidden);
  return [
    ...(isCompared ? [el('td', { class: `number delta ${state}` }, change)] : []),
    ...(hasFiles ? [el('td', { class: 'number' }, hidden)] : []),
  ];
}
