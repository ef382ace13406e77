import { type Box, placeTooltip } from './geometry';
import type { LabelHost } from './label-host';
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
  // Raised into the top layer while it shows: no dialog or scroller that holds the label may cut it.
  tip.setAttribute('popover', 'manual');
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
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
  const change = (node: LabelNode) => {
    if (owner !== node.button) return;
    label.textContent = node.content.words.label;
    sentence.textContent = node.content.words.sentence;
    tip.lang = node.content.language;
    placeBeside(document, tip, owner);
  };
  const show = (node: LabelNode, hintText: string) => {
    if (owner === node.button) return;
    hide();
    owner = node.button;
    hint.textContent = hintText;
    if (!tip.isConnected) return;
    tip.showPopover();
    // The name already says label and sentence; only what a click does is left to describe.
    owner.setAttribute('aria-describedby', HINT_ID);
    change(node);
  };
  return { show, change, hide };
}

/** In the top layer the viewport's corner is the origin, in the scale of the page's root. */
function placeBeside(document: Document, tip: HTMLElement, owner: HTMLElement): void {
  tip.style.removeProperty('transform');
  const view = document.documentElement;
  const size = tip.getBoundingClientRect();
  const { x, y } = placeTooltip(boxOf(owner.getBoundingClientRect()), size, {
    width: view.clientWidth,
    height: document.defaultView?.innerHeight ?? view.clientHeight,
  });
  const scale = tip.offsetWidth > 0 ? size.width / tip.offsetWidth : 1;
  tip.style.setProperty('transform', `translate(${(x - size.left) / scale}px, ${(y - size.top) / scale}px)`);
}

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { x: left, y: top, width, height };
}
