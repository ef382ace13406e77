import { browser } from '../../lib/platform/browser';
import { browserWire } from '../../lib/platform/wire';
import { type AtprotoSession, signIn } from '../../lib/reports/channels/atproto';

/** In the session store: memory of the browser, gone when it closes, out of reach of pages. */
const KEY = 'atproto-session';

/** The session a person opened in this run of the browser. */
export async function atprotoSession(): Promise<AtprotoSession | undefined> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  return stored as AtprotoSession | undefined;
}

/** Opens a session; the password is forgotten with the request. */
export async function signInAtproto(request: {
  readonly server: string;
  readonly identifier: string;
  readonly password: string;
}): Promise<{ readonly problem?: string }> {
  const session = await signIn(request.server, request.identifier, request.password, browserWire);
  if ('kind' in session) return { problem: session.kind };
  await browser.storage.session.set({ [KEY]: session });
  return {};
}
