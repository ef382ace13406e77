import type { LabelPlan } from '../labels/label-plan';
import type { LabelWords } from '../labels/label-words';
import type { Language } from '../rules/localized';
import type { LabelLayout } from './geometry';
import { createGlyph } from './glyphs';

/** What a label says and in which language. */
export type LabelContent = {
  readonly plan: LabelPlan;
  readonly words: LabelWords;
  readonly language: Language;
};

/** One label: a button in the overlay, drawn and moved by these functions only. */
export type LabelNode = {
  readonly button: HTMLButtonElement;
  readonly content: LabelContent;
};

/** Makes a label, hidden until it is placed. Words come from the rule pack and are set as text. */
export function createLabelNode(document: Document, content: LabelContent): LabelNode {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'label';
  button.hidden = true;
  return changeLabelNode({ button, content }, content);
}

/** Lets a standing label say something else: it keeps its place, its focus and the pointer over it. */
export function changeLabelNode({ button }: LabelNode, content: LabelContent): LabelNode {
  const { plan, words, language } = content;
  const document = button.ownerDocument;
  button.lang = language;
  button.dataset['aigcBadge'] = plan.badge;
  button.setAttribute('aria-label', joinSentence(words, language));
  button.replaceChildren(
    createGlyph(document, plan.badge),
    ...(plan.pending ? [createPart(document, 'dot')] : []),
    createPart(document, 'text', words.label),
  );
  return { button, content };
}

function createPart(document: Document, className: string, text = ''): HTMLElement {
  const part = document.createElement('span');
  part.className = className;
  part.textContent = text;
  return part;
}

/** The accessible name begins with the visible words (WCAG 2.5.3). */
function joinSentence({ label, sentence }: LabelWords, language: Language): string {
  return language === 'zh-CN' ? `${label}。${sentence}` : `${label}. ${sentence}`;
}

/** Shows a label in a form; used for placing and for measuring. */
export function setForm({ button, content }: LabelNode, form: LabelLayout['form'], small: boolean): void {
  button.dataset['form'] = form;
  button.toggleAttribute('data-small', small);
  const text = button.querySelector('.text');
  const words = form === 'full' ? content.words.label : content.words.compact;
  if (text && text.textContent !== words) text.textContent = words;
}

/**
 * Draws a label where its layout says, in host coordinates; hides it without one. Only transform, font size,
 * form and clip are written, and only when they differ.
 *
 * @param step a device pixel in CSS pixels: text stays crisp on whole ones
 */
export function drawLabel(node: LabelNode, layout: LabelLayout | undefined, step: number): void {
  const { button } = node;
  if (button.hidden !== (layout === undefined)) button.hidden = layout === undefined;
  if (!layout) return;
  setForm(node, layout.form, layout.small);
  write(button, 'font-size', `${layout.fontPx}px`);
  write(button, 'transform', transformOf(layout, step));
  write(button, 'clip-path', layout.cut ? `inset(${layout.cut.map(outOfRing).join(' ')})` : '');
}

/** Right and bottom corners are anchored by the label's real size, not by the measured one. */
function transformOf({ corner, box }: LabelLayout, step: number): string {
  const atRight = corner.endsWith('right');
  const x = snap(atRight ? box.x + box.width : box.x, step);
  const y = snap(box.y, step);
  return `translate(${x}px, ${y}px)${atRight ? ' translateX(-100%)' : ''}`;
}

function snap(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** A side that is not cut keeps its ring and shadow, which lie outside the label's box. */
function outOfRing(cut: number): string {
  return cut > 0 ? `${cut}px` : '-6px';
}

function write(button: HTMLButtonElement, name: string, value: string): void {
  if (button.style.getPropertyValue(name) !== value) button.style.setProperty(name, value);
}
