/**
 * The few parts of the extension API that the smallest script needs, without the polyfill and without schemas: that
 * script is in every frame of every page. All of it behaves alike in every browser we promise.
 */
type Raw = {
  readonly runtime?: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};

/** Firefox gives an element's closed root to content scripts as a property. */
type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

function raw(): Raw {
  const world = globalThis as unknown as { readonly browser?: Raw; readonly chrome?: Raw };
  return world.browser?.runtime ? world.browser : (world.chrome ?? {});
}

/** Whether the extension was updated, reloaded or removed under this script: it has nobody to talk to any more. */
export function isOrphaned(): boolean {
  try {
    return raw().runtime?.id === undefined;
  } catch {
    return true;
  }
}

/** How long to wait before asking again: the background starts, restarts or is busy with an update. */
const PATIENCE_MS = [0, 250, 1000, 4000, 15_000] as const;

/** How long an answer may take. A background that was ended while it answered, or a frame that was replaced, gives none. */
const ANSWER_MS = 5000;

/**
 * Has the background load a script of ours into this frame. Asked again for a while where nobody answers.
 *
 * @returns whether it was loaded
 */
export async function loadHere(script: 'page' | 'engine', signal: AbortSignal): Promise<boolean> {
  for (const delay of PATIENCE_MS) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (signal.aborted || isOrphaned()) return false;
    if (await askFor(script)) return true;
  }
  return false;
}

async function askFor(script: 'page' | 'engine'): Promise<boolean> {
  const asked = raw().runtime?.sendMessage({ bianshi: 'frame.load', request: { script } });
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  return (answer as { readonly ok?: boolean } | undefined)?.ok === true;
}

/** Elements of HTML that can have a shadow root, custom ones aside (DOM, "attach a shadow root", step 2). */
const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/**
 * An element's shadow root, open or closed; `null` where it has none, or none that may be looked into. Names that cannot
 * have one are not asked about: a question to the extension API costs several microseconds, and whole pages are walked.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const { localName } = element;
  if (!SHADOW_HOSTS.has(localName) && !localName.includes('-')) return null;
  if (element.shadowRoot) return element.shadowRoot;
  const inFirefox = (element as FirefoxElement).openOrClosedShadowRoot;
  if (inFirefox !== undefined) return inFirefox;
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return null;
  try {
    return chromeDom()?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}

/** `chrome.dom` also where `browser` is there: the latter need not have it. */
function chromeDom(): Raw['dom'] {
  return (globalThis as unknown as { readonly chrome?: Raw }).chrome?.dom;
}
