import { createLabelHost, type LabelHost } from './label-host';
import { isLayer, layerOf, mayHold } from './layers';
import { createTooltip, type Tooltip } from './tooltip';

/** What labels of one layer are drawn on: the document, or an element of the top layer. */
export type Stage = {
  readonly host: LabelHost;
  readonly tooltip: Tooltip;
  readonly signal: AbortSignal;
};

/**
 * One stage for the document and one for each element of the top layer that shows a labelled picture. A modal dialog
 * makes all else inert and draws above it: its labels have to stand inside it to be seen and pressed, and those of the
 * pictures behind it stay where they are, under its backdrop.
 */
export class Stages {
  private readonly all = new Map<Element | undefined, { readonly stage: Stage; end(): void }>();

  constructor(
    private readonly document: Document,
    private readonly furnish: (stage: Stage) => void,
    private readonly signal: AbortSignal,
  ) {}

  /** The stage of a layer, made where there is none; without a layer that of the document. */
  at(layer: Element | undefined): Stage {
    const known = this.all.get(layer);
    if (known) return known.stage;
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.signal]);
    const host = createLabelHost(this.document, this.placeFor(layer), signal);
    const stage = { host, tooltip: createTooltip(this.document, host), signal };
    this.all.set(layer, { stage, end: () => ending.abort() });
    this.furnish(stage);
    return stage;
  }

  /** Whether an element is the host of a stage. */
  isHost(element: Element): boolean {
    for (const { stage } of this.all.values()) if (stage.host.root.host === element) return true;
    return false;
  }

  /** Ends the stages of dialogs that were closed and of elements that left full screen. */
  tidy(): void {
    for (const [layer, { end }] of this.all) {
      if (!layer || isLayer(layer)) continue;
      this.all.delete(layer);
      end();
    }
  }

  private placeFor(layer: Element | undefined): { readonly home: Element; readonly raised: boolean } {
    const root = this.document.documentElement;
    if (!layer) return { home: root, raised: false };
    if (mayHold(layer)) return { home: layer, raised: false };
    // A film in full screen may itself stand in a dialog, outside of which nothing can be pressed.
    return { home: (layer.parentElement && layerOf(layer.parentElement)) ?? root, raised: true };
  }
}
