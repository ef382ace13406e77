import type { LabelForm, LabelWidths } from './geometry';
import { createLabelNode, type LabelContent, setForm } from './label-node';

/** Font size at which labels are measured: large, so that rounding to pixels does not matter. */
const MEASURE_PX = 100;

const FORMS: readonly LabelForm[] = ['full', 'compact', 'glyph'];

/**
 * Measures how wide a label is per form, in em. Widths depend on the words and the machine's fonts only, so each
 * wording is measured once and all pictures share the answer.
 */
export class LabelRuler {
  private readonly known = new Map<string, LabelWidths>();

  constructor(
    private readonly document: Document,
    private readonly layer: HTMLElement,
  ) {}

  /** Forces one layout for words not seen before; none afterwards. */
  widths(content: LabelContent): LabelWidths {
    const { words, plan, language } = content;
    const key = [language, words.label, words.compact, plan.pending].join('\u0000');
    const known = this.known.get(key);
    if (known) return known;
    const widths = this.measure(content);
    this.known.set(key, widths);
    return widths;
  }

  private measure(content: LabelContent): LabelWidths {
    const nodes = FORMS.map((form) => {
      const node = createLabelNode(this.document, content);
      setForm(node, form, false);
      node.button.hidden = false;
      node.button.style.setProperty('font-size', `${MEASURE_PX}px`);
      node.button.style.setProperty('visibility', 'hidden');
      this.layer.append(node.button);
      return node.button;
    });
    const [full = 0, compact = 0, glyph = 0] = nodes.map((button) => button.offsetWidth / MEASURE_PX);
    for (const button of nodes) button.remove();
    return { full, compact, glyph };
  }
}
