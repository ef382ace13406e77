import type { TabPage } from '../../lib/messages/page-items';

/** Longest wait for a page to speak, in milliseconds; a busy one takes a few hundred. */
const PATIENCE_MS = 3000;
const LOOK_AGAIN_MS = 40;

export type Asked = {
  /** What the page said so far. */
  read(): Promise<TabPage | undefined>;
  /** Makes it speak; `false` where nothing of ours may be in it. */
  rouse(): Promise<boolean>;
  pause(ms: number): Promise<void>;
};

/**
 * What a tab's page holds, for a view that opens on it. A page without media has not spoken yet: it is roused and waited
 * for, so that no view says for a moment that there is nothing to read.
 *
 * @returns nothing where the tab shows no page that can be read
 */
export async function speakingPage({ read, rouse, pause }: Asked): Promise<TabPage | undefined> {
  const known = await read();
  if (known || !(await rouse())) return known;
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    const page = await read();
    if (page) return page;
    await pause(LOOK_AGAIN_MS);
  }
  return read();
}
