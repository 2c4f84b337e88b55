import type { ImageReport, Report } from '../../model/report.ts';
import { visible } from '../escape.ts';
import { changeList } from './changes.ts';
import type { PageData } from './data.ts';
import { el } from './dom.ts';
import { findingList } from './findings.ts';
import { layerTable } from './layers.ts';
import { ImageMap } from './map.ts';
import { budgets, figures, header, imageChooser } from './overview.ts';
import { type Subject, subjectOf } from './subject.ts';

/** The page's program: draws the report that the page holds. */
function start(): void {
  const { report, trees } = readData();
  const main = el('main');
  const show = (image: ImageReport) => {
    const subject = subjectOf(report, image, trees[report.images.indexOf(image)] ?? null);
    const chooser = report.images.length > 1 ? imageChooser(report, image, show) : null;
    main.replaceChildren(...[chooser, ...imageParts(subject)].filter((part) => part !== null));
  };
  document.body.append(header(report), main, footer(report));
  const [first] = report.images;
  if (first !== undefined) show(first);
}

function readData(): PageData {
  const text = document.getElementById('data')?.textContent;
  if (!text) throw new Error('the page has no data');
  return JSON.parse(text);
}

function imageParts(subject: Subject): (HTMLElement | null)[] {
  const map = new ImageMap(subject);
  return [
    figures(subject),
    budgets(subject),
    map.element,
    layerTable(subject, (place) => map.showLayer(place)),
    changeList(subject),
    findingList(subject),
  ];
}

const footer = ({ tool, created }: Report): HTMLElement =>
  el('footer', {}, `Made by ${tool.name} ${visible(tool.version)} at ${visible(created)}.`);

start();
