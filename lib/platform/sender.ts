import type { Caller } from '../messages/channels';
import { browser } from './browser';

/** What the browser says about who sent a message. */
export type Sender = {
  readonly caller: Caller;
  /** Tab and frame of a content script; absent for views. */
  readonly tabId?: number;
  readonly frameId?: number;
  /** The browser's own id of the sending document, where it tells one. */
  readonly documentId?: string;
  /** URL of the sending document, stamped by the browser. */
  readonly url: string;
};

/** Fields of `runtime.MessageSender` that are read; other extensions and web pages are refused. */
export type RawSender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};

/**
 * Classifies a message's sender by what the browser stamped on it.
 *
 * @returns `undefined` for anything that is neither our content script nor our own page
 */
export function classifySender(raw: RawSender, own = ownOrigin()): Sender | undefined {
  if (raw.id !== undefined && raw.id !== browser.runtime.id) return undefined;
  const url = raw.url ?? '';
  if (`${raw.origin ?? url}/`.startsWith(own)) return { caller: 'view', url };
  if (raw.tab?.id === undefined || raw.frameId === undefined) return undefined;
  const document = raw.documentId === undefined ? {} : { documentId: raw.documentId };
  return { caller: 'content', tabId: raw.tab.id, frameId: raw.frameId, ...document, url };
}

let known: string | undefined;

/** Asked for with every message; it does not change while a script lives. */
function ownOrigin(): string {
  known ??= browser.runtime.getURL('/');
  return known;
}
