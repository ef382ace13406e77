import { type Box, placeTooltip } from './geometry';
import { type LabelHost, toHost } from './label-host';
import type { LabelNode } from './label-node';

/** The one tooltip of a document: the label's full words, its sentence, and what a click does. */
export type Tooltip = {
  /** Shows the tooltip for a label; `hint` says what activating it does. */
  show(node: LabelNode, hint: string): void;
  /** The label says something else now; harmless where its tooltip is not shown. */
  change(node: LabelNode): void;
  hide(): void;
};

const HINT_ID = 'hint';

/** Makes the tooltip in the host's layer, hidden. It takes no pointer events: nothing beside a label does. */
export function createTooltip(document: Document, host: LabelHost): Tooltip {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('role', 'tooltip');
  const [label, sentence, hint] = (['strong', 'span', 'small'] as const).map((tag) =>
    document.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  hint.id = HINT_ID;
  tip.append(label, sentence, hint);
  host.layer.append(tip);
  let owner: HTMLButtonElement | undefined;

  const hide = () => {
    owner?.removeAttribute('aria-describedby');
    owner = undefined;
    tip.hidden = true;
  };
  const change = (node: LabelNode) => {
    if (owner !== node.button) return;
    label.textContent = node.content.words.label;
    sentence.textContent = node.content.words.sentence;
    tip.lang = node.content.language;
    placeBeside(document, host, tip, owner);
  };
  const show = (node: LabelNode, hintText: string) => {
    if (owner === node.button) return;
    hide();
    owner = node.button;
    hint.textContent = hintText;
    tip.hidden = false;
    // The name already says label and sentence; only what a click does is left to describe.
    owner.setAttribute('aria-describedby', HINT_ID);
    change(node);
  };
  return { show, change, hide };
}

function placeBeside(document: Document, host: LabelHost, tip: HTMLElement, owner: HTMLElement): void {
  tip.style.removeProperty('transform');
  const view = document.documentElement;
  const size = tip.getBoundingClientRect();
  const { x, y } = placeTooltip(boxOf(owner.getBoundingClientRect()), size, {
    width: view.clientWidth,
    height: document.defaultView?.innerHeight ?? view.clientHeight,
  });
  const at = toHost({ x, y, width: 0, height: 0 }, host.frame());
  tip.style.setProperty('transform', `translate(${at.x}px, ${at.y}px)`);
}

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { x: left, y: top, width, height };
}
