import { credentialToCheck } from '../../lib/inspect/credential-to-check';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import { MEDIUM_KINDS, type RecheckReason } from '../../lib/messages/page-items';
import { mayFetch } from '../../lib/net/private-network';
import type { Engine } from '../../lib/page/engine-door';
import { corsOf, type Medium } from '../../lib/page/medium';
import { askPatiently } from '../../lib/platform/ask';
import type { NotCheckedReason } from '../../lib/verdict/verdict';
import { openHosts } from './open-hosts';

/**
 * Has media read where their bytes are cheapest: by the engine in this document what the page may read itself, everything
 * else, films and sound too, in ranges by the background. The engine is loaded for the first medium that needs it.
 *
 * @param asked what the person asked for on this page although it was left out; may grow
 * @returns a function that never rejects for what a file or server does
 */
export function mediumReader(
  loadEngine: () => Promise<Engine | undefined>,
  asked: ReadonlySet<RecheckReason>,
  signal: AbortSignal,
): (medium: Medium) => Promise<Inspection> {
  const here = async (medium: Medium): Promise<Inspection> => {
    const engine = await loadEngine();
    if (!engine) return notChecked('gone');
    return engine.inspect({ url: medium.url, withCredentials: usesCredentials(medium) }, signal);
  };
  const isOpen = openHosts(globalThis.fetch.bind(globalThis), signal);
  const there = (medium: Medium) =>
    savesData() && !asked.has('save-data') ? notChecked('save-data') : readThere(medium, signal);
  return async (medium) => {
    try {
      return withCheckToCome(medium, await read(medium, { here, there, isOpen, signal }));
    } catch {
      // Our own bug: said so, instead of a medium that is in no count.
      return failed();
    }
  };
}

function withCheckToCome({ way }: Medium, inspection: Inspection): Inspection {
  const credential = credentialToCheck(inspection);
  if (!credential) return inspection;
  return { ...inspection, credential: way.isRebuilt ? { kind: 'unchecked', why: 'no-bytes' } : credential };
}

type Ways = {
  here(medium: Medium): Promise<Inspection>;
  there(medium: Medium): Promise<Inspection> | Inspection;
  isOpen(url: string): Promise<boolean>;
  readonly signal: AbortSignal;
};

async function read(medium: Medium, { here, there, isOpen, signal }: Ways): Promise<Inspection> {
  if (/^(?:data|blob):/.test(medium.url) || isOnDiskHere(medium))
    return localAnswer(medium, await here(medium));
  if (medium.way.kind === 'image') {
    if (!(await isReadableHere(medium, isOpen))) return there(medium);
    const answer = await here(medium);
    return signal.aborted || !isNotChecked(answer, 'network-failed') ? answer : there(medium);
  }
  const answer = await there(medium);
  // The page's own server may want the page's own cookies.
  return isNotChecked(answer, 'needs-sign-in') && isSameOrigin(medium.url) ? here(medium) : answer;
}

/** Firefox lets only the page itself read what lies on the same disk, Chromium only the background. */
function isOnDiskHere({ url }: Medium): boolean {
  return import.meta.env.FIREFOX && url.startsWith('file:') && location.protocol === 'file:';
}

/** A film that a script feeds piece by piece has an address, but there is no file behind it. */
function localAnswer({ way }: Medium, answer: Inspection): Inspection {
  return way.kind !== 'image' && isNotChecked(answer, 'gone') ? notChecked('no-bytes') : answer;
}

async function readThere({ url, way }: Medium, signal: AbortSignal): Promise<Inspection> {
  const kind = MEDIUM_KINDS.find((each) => each === way.kind);
  if (!kind) return notChecked('no-bytes');
  try {
    return await askPatiently('media.inspect', { url, kind }, signal);
  } catch {
    // The extension was updated or removed under the page; the next page load asks again.
    return notChecked('gone');
  }
}

/** Same origin, fetched with CORS by the page itself, or of a host that allows it (only Chromium has those in reach). */
async function isReadableHere(medium: Medium, isOpen: Ways['isOpen']): Promise<boolean> {
  if (!/^https?:/.test(medium.url)) return false;
  if (isSameOrigin(medium.url)) return true;
  return (
    import.meta.env.CHROME && (corsOf(medium) !== null || (mayFetchHere(medium.url) && isOpen(medium.url)))
  );
}

/** A question to a host is a request like any other: none to a private network for a public page. */
function mayFetchHere(url: string): boolean {
  return mayFetch(new URL(url), new URL(location.href));
}

/** The document's own origin: that of its parent in `srcdoc`, none in a sandbox, whatever its address says. */
function isSameOrigin(url: string): boolean {
  return new URL(url).origin === globalThis.origin;
}

const usesCredentials = (medium: Medium): boolean => corsOf(medium) === 'use-credentials';

function isNotChecked({ verdict }: Inspection, why: NotCheckedReason): boolean {
  return verdict.kind === 'not-checked' && verdict.why === why;
}

/** The person asked the browser to spend no data that nobody asked for (Save-Data; Chromium only). */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
