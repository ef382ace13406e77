import { DEFAULT_TIMEOUT_MS } from '../../support/browsers/browser';
import type { Session } from './session';

/** What a frame told the background last. */
export type StoredFrame = {
  /** Another for each document, also of the same address. */
  readonly documentId: string;
  readonly url: string;
  readonly counts: {
    readonly labelled: number;
    readonly noLabel: number;
    readonly unreadable: number;
    readonly notChecked: Readonly<Record<string, number>>;
  };
  /** Credentials elsewhere that it names. */
  readonly named?: readonly { readonly url: string; readonly by: string }[];
};
export type StoredItem = { readonly mediaUrl: string; readonly kind: string; readonly as?: string };
export type Stored = { readonly frames: readonly StoredFrame[]; readonly items: readonly StoredItem[] };

/** Waits until what the background holds of all tabs satisfies `until`, and gives it; rejects with what was there. */
export async function waitForStored(
  session: Session,
  until: (stored: Stored) => boolean,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<Stored> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const stored = (await session.browser.background(readStored)) as Stored;
    if (until(stored)) return stored;
    if (performance.now() > deadline) throw new Error(`The background holds ${JSON.stringify(stored)}`);
  }
}

/** Sent into the background: uses nothing from outside. */
async function readStored(): Promise<object> {
  type Api = {
    readonly storage?: { readonly session: { get(keys: null): Promise<Record<string, unknown>> } };
  };
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const stored = Object.entries((await chrome.storage?.session.get(null)) ?? {});
  const under = (prefix: string) =>
    stored.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value as Record<string, unknown>);
  return {
    frames: under('frame:').map(({ documentId, url, counts, named }) => ({ documentId, url, counts, named })),
    items: under('item:').map(({ mediaUrl, kind, as }) => (as ? { mediaUrl, kind, as } : { mediaUrl, kind })),
  };
}
