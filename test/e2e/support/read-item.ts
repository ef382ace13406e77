import type { Page } from '../../support/browsers/browser';
import { openFolds } from './view-actions';

/** A name and its value, as a table of facts shows them; white space collapsed. */
export type Row = readonly [name: string, value: string];

export type ShownFinding = {
  readonly title: string;
  readonly place: string;
  readonly states: string;
  readonly facts: readonly Row[];
  readonly remarks: readonly string[];
  readonly basis: string;
  /** What stands behind folds, by the fold's name: a table, or a text as it is. */
  readonly folds: readonly { readonly name: string; readonly facts: readonly Row[]; readonly text: string }[];
};

/** The evidence on one item as a person reads it in the panel, everything unfolded. */
export type ShownItem = {
  readonly sentence: string;
  readonly known: string;
  readonly chip: string;
  readonly picture: { readonly alt: string; readonly width: number };
  readonly facts: readonly Row[];
  readonly conflicts: readonly string[];
  readonly findings: readonly ShownFinding[];
  readonly raw: string;
};

/** Waits until the panel shows the item of that name with its picture, unfolds it and reads it. */
export async function readItem(panel: Page, name: string): Promise<ShownItem> {
  await waitForItem(panel, name);
  await openFolds(panel);
  return panel.evaluate(readShown);
}

/** Waits until the panel shows the item of that name, its picture loaded. */
export async function waitForItem(panel: Page, name: string): Promise<void> {
  await panel.waitFor(isShown, { args: [name] });
}

function isShown(name: string): boolean {
  const picture = document.querySelector<HTMLImageElement>('img.picture-image');
  return picture?.alt === `Picture: ${name}` && picture.complete && picture.naturalWidth > 0;
}

/** Sent into the view as source text: uses nothing from outside. */
function readShown(): ShownItem {
  const words = (element: Element | null | undefined) =>
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what a person reads.
    element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : '';
  const rows = (list: Element | null): Row[] =>
    Array.from(list?.querySelectorAll(':scope > dt') ?? []).map(
      (name) => [words(name), words(name.nextElementSibling)] as const,
    );
  const folds = (parent: Element) =>
    Array.from(parent.querySelectorAll(':scope > details')).map((fold) => ({
      name: words(fold.querySelector('summary')),
      facts: rows(fold.querySelector('dl')),
      text: fold.querySelector(':scope > .long-text > .long-text-body')?.textContent ?? '',
    }));
  const finding = (block: Element): ShownFinding => ({
    title: words(block.querySelector('h3')),
    place: words(block.querySelector('.place')),
    states: words(block.querySelector(':scope > p:not(.place, .muted)')),
    facts: rows(block.querySelector(':scope > dl')),
    remarks: Array.from(block.querySelectorAll('.remarks li')).map(words),
    basis: words(block.querySelector(':scope > p.muted')),
    folds: folds(block),
  });
  const picture = document.querySelector<HTMLImageElement>('img.picture-image');
  return {
    sentence: words(document.querySelector('#item-title')),
    known: words(document.querySelector('#item-title + p')),
    chip: words(document.querySelector('.picture-box .chip')),
    picture: { alt: picture?.alt ?? '', width: picture?.naturalWidth ?? 0 },
    facts: rows(document.querySelector('[aria-labelledby="facts-title"] dl')),
    conflicts: Array.from(document.querySelectorAll('.conflicts li')).map(words),
    findings: Array.from(document.querySelectorAll('article.finding')).map(finding),
    raw: document.querySelector('.item > .block > details .long-text-body')?.textContent ?? '',
  };
}
