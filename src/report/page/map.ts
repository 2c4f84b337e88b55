import { formatDelta } from '../../units.ts';
import { plural } from '../figures.ts';
import { type State, signs, stateOf } from './change.ts';
import { describeNode, detailLines } from './details.ts';
import { button, el, section } from './dom.ts';
import { drawCells, type Items, moveOf } from './map-items.ts';
import { lineTo, type TreeNode } from './nodes.ts';
import { searchBox } from './search.ts';
import { fullName, nodeName, type Subject } from './subject.ts';
import { Tip } from './tip.ts';
import { layOut } from './treemap.ts';

type Arrangement = 'layer' | 'package';

/**
 * A treemap that is a tree to those who cannot see it: some levels at a time, one stop of the Tab key, arrows from item to
 * item, Enter into one, Escape or Backspace out of it.
 */
export class ImageMap {
  readonly element: HTMLElement;
  private readonly subject: Subject;
  private readonly canvas = el('ul', { class: 'treemap', role: 'tree', 'aria-label': 'Map of the image' });
  private readonly crumbs = el('ol', { class: 'crumbs' });
  private readonly gone = el('p', { class: 'note' });
  private readonly details = el('div', { class: 'details' });
  private readonly voice = el('p', { class: 'sr', role: 'status' });
  private readonly tip = new Tip();
  private readonly choices: ReadonlyMap<Arrangement, HTMLButtonElement>;
  private items: Items = new Map();
  private by: Arrangement = 'layer';
  private top: TreeNode;
  private selected: TreeNode | null = null;

  constructor(subject: Subject) {
    this.subject = subject;
    this.top = this.root();
    this.choices = new Map((['layer', 'package'] as const).map((by) => [by, this.choice(by)]));
    this.element = this.build();
    this.listen();
  }

  /** Leads to a layer by its place on the top level. */
  showLayer(place: number): void {
    const layer = this.subject.byLayer().children.find((node) => node.layer === place);
    if (layer !== undefined) this.reveal(layer);
  }

  private build(): HTMLElement {
    const { subject } = this;
    return section(
      'map',
      'Where the bytes are',
      el('p', { class: 'note' }, noteOf(subject)),
      el(
        'div',
        { class: 'tools' },
        el('div', { class: 'choices', role: 'group', 'aria-label': 'Arrangement' }, ...this.choices.values()),
        searchBox(subject, (node) => this.reveal(node)),
      ),
      el('nav', { 'aria-label': 'Place on the map' }, this.crumbs),
      this.canvas,
      this.tip.element,
      legend(subject),
      this.gone,
      this.details,
      this.voice,
    );
  }

  private listen(): void {
    const { canvas, tip } = this;
    canvas.addEventListener('click', ({ target }) => {
      const node = this.items.get(itemAt(target) ?? canvas);
      if (node !== undefined) this.enter(node);
    });
    canvas.addEventListener('keydown', (event) => this.press(event));
    canvas.addEventListener('pointermove', ({ target, clientX, clientY }) =>
      this.explain(target, { x: clientX, y: clientY }),
    );
    canvas.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible')) this.explain(target, cornerOf(target));
    });
    for (const end of ['pointerleave', 'focusout'] as const) canvas.addEventListener(end, () => tip.hide());
    // Its size is known once the page is laid out, and changes with the window.
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  private press(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const elements = [...this.items.keys()];
    const node = this.items.get(target);
    const move = moveOf(key, elements.indexOf(target), elements);
    if (move !== null) this.focus(elements[move]);
    else if ((key === 'Enter' || key === ' ') && node !== undefined) this.enter(node);
    else if (key === 'Escape' || key === 'Backspace') this.leave();
    else return;
    event.preventDefault();
  }

  private root(): TreeNode {
    const packages = this.by === 'package' ? this.subject.byPackage() : null;
    return packages ?? this.subject.byLayer();
  }

  private choice(by: Arrangement): HTMLButtonElement {
    const isKnown = by === 'layer' || this.subject.knowsPackages;
    return button({ 'aria-pressed': String(by === this.by), disabled: !isKnown }, () => this.arrange(by), `By ${by}`);
  }

  private arrange(by: Arrangement): void {
    this.by = by;
    this.top = this.root();
    this.selected = null;
    for (const [name, choice] of this.choices) choice.setAttribute('aria-pressed', String(name === by));
    this.draw();
  }

  private enter(node: TreeNode): void {
    if (node.children.length > 0) this.open(node, null);
    else this.select(node);
  }

  private leave(): void {
    if (this.top.parent !== null) this.open(this.top.parent, this.top);
  }

  /** Shows what a node holds; the focus goes to `from`, else to the largest part. */
  private open(node: TreeNode, from: TreeNode | null): void {
    this.top = node;
    this.selected = null;
    this.draw();
    this.focus((from && this.elementOf(from)) ?? this.items.keys().next().value);
    this.voice.textContent = `${describeNode(node, this.subject)}; ${plural(node.children.length, 'item')}`;
  }

  private select(node: TreeNode): void {
    this.selected = node;
    this.draw();
    this.focus(this.elementOf(node));
    this.voice.textContent = describeNode(node, this.subject);
  }

  /** Leads here from elsewhere: what is beside the node is shown, and what is known of it. */
  private reveal(node: TreeNode): void {
    const [root] = lineTo(node);
    this.arrange(root === this.subject.byLayer() ? 'layer' : 'package');
    this.top = node.parent ?? node;
    this.select(node);
    this.canvas.scrollIntoView({ block: 'nearest' });
  }

  private explain(target: EventTarget | null, at: { x: number; y: number }): void {
    const node = this.items.get(itemAt(target) ?? this.canvas);
    if (node === undefined) this.tip.hide();
    else this.tip.show(detailLines(node, this.subject), at);
  }

  private elementOf(node: TreeNode): HTMLElement | undefined {
    return [...this.items].find(([, shown]) => shown === node)?.[0];
  }

  private focus(element: HTMLElement | undefined): void {
    if (element === undefined) return;
    for (const other of this.items.keys()) other.tabIndex = other === element ? 0 : -1;
    element.focus({ preventScroll: true });
  }

  private draw(): void {
    const { subject, canvas, top, selected } = this;
    this.tip.hide();
    this.items = new Map();
    const cells = layOut(top, canvas.clientWidth, canvas.clientHeight);
    canvas.replaceChildren(...drawCells(cells, subject, this.items));
    const chosen = selected && this.elementOf(selected);
    chosen?.setAttribute('aria-selected', 'true');
    const first = chosen ?? this.items.keys().next().value;
    if (first !== undefined) first.tabIndex = 0;
    this.crumbs.replaceChildren(...this.crumbItems());
    this.gone.textContent = goneText(top, subject);
    this.details.replaceChildren(...(selected === null ? [] : detailLines(selected, subject)));
  }

  private crumbItems(): HTMLElement[] {
    return lineTo(this.top).map((node) => {
      const name = nodeName(node, this.subject);
      if (node === this.top) return el('li', {}, el('span', { 'aria-current': 'location' }, name));
      return el(
        'li',
        {},
        button({}, () => this.open(node, null), name),
      );
    });
  }
}

const itemAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role=treeitem]') : null;

function cornerOf(element: Element): { x: number; y: number } {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom - 10 };
}

function noteOf({ hasFiles, isCompared, image, gathered }: Subject): string {
  const small =
    gathered === 0
      ? ''
      : ` Of each directory the smallest files are one item, ${gathered.toLocaleString('en-US')} in all.`;
  if (!hasFiles) return 'Areas are bytes on disk. The files are not in this report: the map ends at what it tells.';
  if (!isCompared) {
    const why = image.baseline.kind === 'none' ? 'there is no baseline' : "the baseline's files were not kept";
    return `Areas are bytes on disk. Nothing is compared: ${why}.${small}`;
  }
  return `Areas are bytes on disk; colours and signs tell what changed since the baseline, stronger where more of it did.${small}`;
}

const states: readonly State[] = ['new', 'grown', 'shrunk', 'same'];

function legend({ isCompared, hasFiles }: Subject): HTMLElement {
  const entry = (name: string, text: string) =>
    el('li', {}, el('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), text);
  return el(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...(isCompared
      ? states.map((state) => entry(state, `${signs[state]} ${state === 'same' ? 'same size' : state}`))
      : []),
    hasFiles ? entry('dead', 'hidden by a later layer') : null,
  );
}

const mostGone = 5;

/** What has no area any more. */
function goneText({ children }: TreeNode, subject: Subject): string {
  const gone = children.filter((node) => stateOf(node, subject.isCompared) === 'gone');
  if (gone.length === 0) return '';
  const named = gone.sort((a, b) => b.before - a.before).slice(0, mostGone);
  const more = gone.length - named.length;
  const names = named.map((node) => `${fullName(node, subject)} (${formatDelta(-node.before)})`);
  return `Gone from here: ${[...names, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`;
}
