import { credentialToCheck } from '../../lib/inspect/credential-to-check';
import type { Inspection } from '../../lib/inspect/inspection';
import { failed, notChecked } from '../../lib/inspect/not-checked';
import type { Engine } from '../../lib/page/engine-door';
import { corsOf, type Medium } from '../../lib/page/medium';
import { sendPatiently } from '../../lib/platform/messenger';

/**
 * Has media read where their bytes are cheapest: by the engine in this document what the page may read itself, everything
 * else, films and sound too, in ranges by the background. The engine is loaded for the first medium that needs it.
 *
 * @returns a function that never rejects for what a file or server does
 */
export function mediumReader(
  loadEngine: () => Promise<Engine | undefined>,
  signal: AbortSignal,
): (medium: Medium) => Promise<Inspection> {
  const here = async (medium: Medium): Promise<Inspection> => {
    const engine = await loadEngine();
    if (!engine) return notChecked('gone');
    return engine.inspect({ url: medium.url, withCredentials: usesCredentials(medium) }, signal);
  };
  return async (medium) => {
    try {
      return withCheckToCome(await read(medium, here, signal));
    } catch {
      // Our own bug: said so, instead of a medium that is in no count.
      return failed();
    }
  };
}

function withCheckToCome(inspection: Inspection): Inspection {
  const credential = credentialToCheck(inspection);
  return credential ? { ...inspection, credential } : inspection;
}

type Read = (medium: Medium) => Promise<Inspection>;

async function read(medium: Medium, here: Read, signal: AbortSignal): Promise<Inspection> {
  if (/^(?:data|blob):/.test(medium.url)) return localAnswer(medium, await here(medium));
  if (medium.way.kind === 'image') {
    if (!isReadableHere(medium)) return readThere(medium, signal);
    const answer = await here(medium);
    return signal.aborted || !isNotChecked(answer, 'network-failed') ? answer : readThere(medium, signal);
  }
  const answer = await readThere(medium, signal);
  // The page's own server may want the page's own cookies.
  return isNotChecked(answer, 'http-error') && isSameOrigin(medium.url) ? here(medium) : answer;
}

/** A film that a script feeds piece by piece has an address, but there is no file behind it. */
function localAnswer({ way }: Medium, answer: Inspection): Inspection {
  return way.kind !== 'image' && isNotChecked(answer, 'gone') ? notChecked('no-bytes') : answer;
}

async function readThere({ url, way }: Medium, signal: AbortSignal): Promise<Inspection> {
  if (savesData()) return notChecked('save-data');
  try {
    return await sendPatiently('media.inspect', { url, kind: way.kind }, signal);
  } catch {
    // The extension was updated or removed under the page; the next page load asks again.
    return notChecked('gone');
  }
}

/** Same origin, or fetched with CORS by the page itself (only Chromium serves that from the page's cache). */
function isReadableHere(medium: Medium): boolean {
  if (!/^https?:/.test(medium.url)) return false;
  return isSameOrigin(medium.url) || (import.meta.env.CHROME && corsOf(medium) !== null);
}

function isSameOrigin(url: string): boolean {
  return new URL(url).origin === location.origin;
}

const usesCredentials = (medium: Medium): boolean => corsOf(medium) === 'use-credentials';

function isNotChecked({ verdict }: Inspection, why: 'network-failed' | 'http-error' | 'gone'): boolean {
  return verdict.kind === 'not-checked' && verdict.why === why;
}

/** The person asked the browser to spend no data that nobody asked for (Save-Data; Chromium only). */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
