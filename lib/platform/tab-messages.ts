import {
  RECHECK_REASONS,
  type RecheckReason,
  VERIFY_REQUESTS,
  type VerifyRequest,
} from '../messages/page-items';
import { browser } from './browser';
import type { RawSender } from './sender';

/** What content scripts are told: show a person where an item is, check its credential, read what was left out. */
type Reveal = { readonly bianshiReveal: string; readonly atOnce?: boolean };
type Verify = { readonly bianshiVerify: string; readonly how: VerifyRequest };
type Recheck = { readonly bianshiRecheck: RecheckReason };

type TrustChange = { readonly bianshiTrustChange: true };

/** Asks all frames of a tab to show an item; the one that has it does, `atOnce` without scrolling smoothly. */
export async function revealInTab(tabId: number, itemId: string, atOnce = false): Promise<void> {
  await tell(tabId, { bianshiReveal: itemId, atOnce });
}

/** Asks all frames of a tab to check an item's credential as a person wishes; the item is told anew when it is done. */
export async function verifyInTab(tabId: number, itemId: string, how: VerifyRequest): Promise<void> {
  await tell(tabId, { bianshiVerify: itemId, how });
}

/** Asks all frames of a tab to read once more what was not checked for that reason. */
export async function recheckInTab(tabId: number, why: RecheckReason): Promise<void> {
  await tell(tabId, { bianshiRecheck: why });
}

/** Tells every open page that whom to trust has changed: it checks its credentials anew. Never rejects. */
export async function tellTrustChange(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  await Promise.all(tabs.map(({ id }) => id !== undefined && tell(id, { bianshiTrustChange: true })));
}

async function tell(tabId: number, message: Reveal | Verify | Recheck | TrustChange): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, message);
  } catch {
    // No content script there any more: the page was left or the extension updated. Nothing to show.
  }
}

/** Calls `show` for every such request of our own pages, until `signal` aborts. */
export function onReveal(show: (itemId: string, atOnce: boolean) => void, signal: AbortSignal): void {
  listen((message) => {
    if (isReveal(message)) show(message.bianshiReveal, message.atOnce === true);
  }, signal);
}

/** Calls `verify` for every such request of our own pages, until `signal` aborts. */
export function onVerify(verify: (itemId: string, how: VerifyRequest) => void, signal: AbortSignal): void {
  listen((message) => {
    if (isVerify(message)) verify(message.bianshiVerify, message.how);
  }, signal);
}

/** Calls `recheck` for every such request of our own background, until `signal` aborts. */
export function onRecheck(recheck: (why: RecheckReason) => void, signal: AbortSignal): void {
  listen((message) => {
    const why = isRecord(message)
      ? RECHECK_REASONS.find((each) => each === message['bianshiRecheck'])
      : undefined;
    if (why) recheck(why);
  }, signal);
}

/** Calls `changed` each time whom to trust has changed, until `signal` aborts. */
export function onTrustChange(changed: () => void, signal: AbortSignal): void {
  listen((message) => {
    if (isRecord(message) && message['bianshiTrustChange'] === true) changed();
  }, signal);
}

function listen(hear: (message: unknown) => void, signal: AbortSignal): void {
  const listener = (message: unknown, sender: RawSender): undefined => {
    if (sender.id === browser.runtime.id) hear(message);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

function isReveal(message: unknown): message is Reveal {
  return isRecord(message) && typeof message['bianshiReveal'] === 'string';
}

function isVerify(message: unknown): message is Verify {
  if (!isRecord(message) || typeof message['bianshiVerify'] !== 'string') return false;
  return VERIFY_REQUESTS.some((how) => how === message['how']);
}

function isRecord(message: unknown): message is Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null;
}
