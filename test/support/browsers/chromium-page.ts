import type { CDPSession, Page as PuppeteerPage } from 'puppeteer-core';
import type { LabelNode, Page, PageFunction } from './browser';
import { readLabels } from './read-labels';
import { waitForLabels, waitForValue } from './wait';

/** The part of `DOM.Node` (Chrome DevTools Protocol) that is walked. */
type DomNode = {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
  readonly contentDocument?: DomNode;
};

/** A page of Chromium through puppeteer; labels are read through the DevTools protocol, which sees closed roots. */
export class ChromiumPage implements Page {
  readonly raw: PuppeteerPage;
  #session: Promise<CDPSession> | undefined;

  constructor(raw: PuppeteerPage) {
    this.raw = raw;
  }

  async goto(url: string): Promise<void> {
    await this.raw.goto(url, { waitUntil: 'load' });
  }

  async url(): Promise<string> {
    return this.raw.url();
  }

  async evaluate<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    return (await this.raw.evaluate(fn as (...all: unknown[]) => unknown, ...args)) as Result;
  }

  waitFor<Args extends unknown[], Result>(
    fn: PageFunction<Args, Result>,
    options?: { readonly timeoutMs?: number; readonly args?: Args },
  ): Promise<Result> {
    return waitForValue(this, fn, options);
  }

  async labels(): Promise<readonly LabelNode[]> {
    const session = await this.#devtools();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const perRoot = await Promise.all([...rootsWithLabels(root)].map((id) => this.#labelsIn(session, id)));
    return perRoot.flat();
  }

  waitForLabels(until: (labels: readonly LabelNode[]) => boolean, timeoutMs?: number) {
    return waitForLabels(this, until, timeoutMs);
  }

  async click(x: number, y: number): Promise<void> {
    await this.raw.mouse.click(x, y);
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.raw.mouse.move(x, y);
  }

  async press(key: string): Promise<void> {
    await this.raw.keyboard.press(key as Parameters<PuppeteerPage['keyboard']['press']>[0]);
  }

  async screenshot(path: string): Promise<void> {
    await this.raw.screenshot({ path: path as `${string}.png` });
  }

  async close(): Promise<void> {
    await this.raw.close();
  }

  #devtools(): Promise<CDPSession> {
    this.#session ??= this.raw.createCDPSession();
    return this.#session;
  }

  async #labelsIn(session: CDPSession, backendNodeId: number): Promise<LabelNode[]> {
    try {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId as string,
        functionDeclaration: `function () { return (${readLabels})(this); }`,
        returnByValue: true,
      });
      return result.value as LabelNode[];
    } catch {
      // The root has left the document between the two questions: it holds no labels any more.
      return [];
    }
  }
}

/** Ids of the roots (documents and shadow roots of every kind) that hold a label themselves. */
function rootsWithLabels(document: DomNode): ReadonlySet<number> {
  const found = new Set<number>();
  const walk = (node: DomNode, root: number): void => {
    if (node.attributes?.includes('data-aigc-badge')) found.add(root);
    for (const child of node.children ?? []) walk(child, root);
    for (const inner of [
      ...(node.shadowRoots ?? []),
      ...(node.contentDocument ? [node.contentDocument] : []),
    ]) {
      walk(inner, inner.backendNodeId);
    }
  };
  walk(document, document.backendNodeId);
  return found;
}
