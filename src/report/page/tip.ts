import { el } from './dom.ts';

/** A note beside what the pointer or the focus is on. What it says, the item says to those who cannot see it. */
export class Tip {
  readonly element = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });

  show(lines: readonly HTMLElement[], at: { readonly x: number; readonly y: number }): void {
    const { element } = this;
    element.replaceChildren(...lines);
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const [x, y] = [at.x + 14, at.y + 14];
    element.style.left = `${Math.max(8, Math.min(x, clientWidth - width - 8))}px`;
    element.style.top = `${y + height > clientHeight ? Math.max(8, at.y - height - 10) : y}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
