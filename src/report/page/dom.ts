import { visible } from '../escape.ts';

type Content = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with its content; texts are text, whatever they hold. An attribute that is false or null is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...content.filter((part) => part !== null));
  return element;
}

/** A name from outside: in code's letters, every character of it to be seen. */
export const code = (text: string): HTMLElement => el('code', {}, visible(text));

/** A sentence from outside; what stands in a pair of backticks is code, as in Markdown. */
export function prose(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  // What a capture group matched stands at the odd places.
  fragment.append(
    ...visible(text)
      .split(/`([^`]+)`/)
      .map((part, at) => (at % 2 === 0 ? part : el('code', {}, part))),
  );
  return fragment;
}

/** A link where there is an address of the web to lead to, else its text. */
export function link(content: Content, address: string | null): Content {
  if (address === null || !/^https?:\/\//.test(address)) return content;
  return el('a', { href: address, rel: 'noopener noreferrer' }, content);
}

export function button(attributes: Attributes, onClick: () => void, ...content: readonly Content[]): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, ...content);
  element.addEventListener('click', onClick);
  return element;
}

/** A part of the page under a heading of its own. */
export function section(id: string, title: string, ...content: readonly Content[]): HTMLElement {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title), ...content);
}

/** What is wider or longer than its place scrolls there, by the keyboard too. */
export const scrolling = (label: string, table: HTMLElement): HTMLElement =>
  el('div', { class: 'scrolling', role: 'region', 'aria-label': label, tabindex: 0 }, table);

/** A bar that is `share` (0 to 1) of its track; it repeats a figure that is written beside it. */
export function bar(share: number, attributes: Attributes = {}): HTMLElement {
  const fill = el('span', { class: 'fill' });
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return el('span', { class: 'bar', 'aria-hidden': 'true', ...attributes }, fill);
}
