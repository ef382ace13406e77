import type { Box, LabelNode, Page } from '../../support/browsers/browser';
import { labelOn } from '../../support/browsers/check-page';
import { nextFrame } from '../../support/browsers/wait';

/** Brings an element of a page or view into sight and gives its place there; throws where there is none. */
export async function placeOf(view: Page, selector: string): Promise<Box> {
  await view.evaluate((wanted) => {
    document.querySelector(wanted)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, selector);
  await view.evaluate(nextFrame);
  const box = await view.evaluate((wanted) => {
    const found = document.querySelector(wanted)?.getBoundingClientRect();
    return found === undefined ? null : { x: found.x, y: found.y, width: found.width, height: found.height };
  }, selector);
  if (box === null) throw new Error(`There is no ${selector}`);
  return box;
}

/** A trusted click in the middle of an element. */
export async function clickOn(view: Page, selector: string): Promise<void> {
  const { x, y, width, height } = await placeOf(view, selector);
  await view.click(x + width / 2, y + height / 2);
}

/** Waits for the label on a picture of the page. */
export async function labelOf(page: Page, selector: string): Promise<LabelNode> {
  await placeOf(page, selector);
  let found: LabelNode | undefined;
  const box = await placeOf(page, selector);
  await page.waitForLabels((labels) => {
    found = labelOn(box, labels);
    return found !== undefined;
  });
  if (found === undefined) throw new Error(`No label on ${selector}`);
  return found;
}

/** A trusted click on the label of a picture of the page. */
export async function clickLabel(page: Page, selector: string): Promise<void> {
  const { box } = await labelOf(page, selector);
  await page.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens every fold of a view, so that its content is made and can be read. */
export async function openFolds(view: Page): Promise<void> {
  await view.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await view.waitFor(() =>
    Array.from(document.querySelectorAll('details')).every((fold) => fold.children.length > 1),
  );
}

/** A trusted click on the button with these words, in a part of the view where it has namesakes. */
export function clickButton(view: Page, words: string, within = 'body'): Promise<void> {
  return clickWords(view, `${within} button`, words);
}

/** A trusted click on the element that says exactly these words, once there is one and it stands still. */
export async function clickWords(view: Page, selector: string, words: string): Promise<void> {
  const box = await view.waitFor(findWords, { args: [words, selector] });
  if (box === undefined) throw new Error(`There is no “${words}”`);
  await view.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Sent into the view as source text. A box that moves from one frame to the next is not given: a click would miss. */
async function findWords(words: string, selector: string): Promise<Box | undefined> {
  const all = Array.from(document.querySelectorAll<HTMLElement>(selector));
  const named = all.find(({ textContent }) => textContent?.trim() === words);
  named?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const before = named?.getBoundingClientRect();
  await new Promise<unknown>((go) => {
    requestAnimationFrame(() => requestAnimationFrame(go));
    setTimeout(go, 100);
  });
  const after = named?.getBoundingClientRect();
  if (!before || !after || before.x !== after.x || before.y !== after.y) return undefined;
  return { x: after.x, y: after.y, width: after.width, height: after.height };
}

/** Waits for the view's live region to say exactly this. */
export async function waitForStatus(view: Page, words: string): Promise<void> {
  await view.waitFor((wanted) => document.querySelector('.status')?.textContent === wanted, {
    args: [words],
  });
}

/** What a view handed out: files (instead of downloading them) and texts put on the clipboard. */
export type HandedOut = {
  /** `base64`: the bytes of a file that is no text. */
  readonly files: { name: string; type: string; content: string; base64: string }[];
  readonly copied: string[];
};

/** From now on keeps what the view saves, instead of a download, and what it copies, beside copying. */
export async function keepWhatIsHandedOut(view: Page): Promise<void> {
  await view.evaluate(() => {
    const kept: HandedOut = { files: [], copied: [] };
    let blob: Blob | undefined;
    const makeUrl = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (given: Blob) => {
      blob = given;
      return makeUrl(given);
    };
    HTMLAnchorElement.prototype.click = function click() {
      const { download: name } = this;
      const type = blob?.type ?? '';
      void blob?.arrayBuffer().then((buffer) => {
        const bytes = new Uint8Array(buffer);
        const base64 = btoa(bytes.reduce((binary, byte) => binary + String.fromCharCode(byte), ''));
        kept.files.push({ name, type, content: new TextDecoder().decode(bytes), base64 });
      });
    };
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => write(text).then(() => void kept.copied.push(text));
    (window as unknown as { handedOut: HandedOut }).handedOut = kept;
  });
}

/** What the view has handed out since `keepWhatIsHandedOut`; waits until it is that much. */
export function handedOut(view: Page, files: number, copied: number): Promise<HandedOut> {
  return view.waitFor(
    (wantedFiles, wantedCopies) => {
      const kept = (window as unknown as { handedOut: HandedOut }).handedOut;
      const enough = kept.files.length === wantedFiles && kept.copied.length === wantedCopies;
      return enough && { files: [...kept.files], copied: [...kept.copied] };
    },
    { args: [files, copied] },
  ) as Promise<HandedOut>;
}
