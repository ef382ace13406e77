const NAME = 'ledger';

let teller: BroadcastChannel | undefined;

/** Tells every view, and the background, that reports changed. */
export function tellChange(): void {
  teller ??= new BroadcastChannel(NAME);
  teller.postMessage('changed');
}

/** Calls `listener` after every change, wherever it was made, until `signal` aborts. */
export function watchReports(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', listener);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
