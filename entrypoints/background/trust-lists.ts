import { loadLists } from '../../lib/c2pa/trust/load-lists';
import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import { extensionUrl } from '../../lib/platform/browser';

/** Where a build keeps the files of the lists it was given. */
const FOLDER = 'trust';

let loaded: Promise<TrustLists> | undefined;

/** The lists of this build, read once per start of the background; a build without them gives none. */
export function trustLists(): Promise<TrustLists> {
  loaded ??= loadLists(readPackaged);
  return loaded;
}

async function readPackaged(name: string): Promise<string | undefined> {
  try {
    const answer = await fetch(extensionUrl(`${FOLDER}/${name}`));
    return answer.ok ? await answer.text() : undefined;
  } catch {
    // A file that is not there: Chromium refuses the request, Firefox answers 200 and breaks off the body.
    return undefined;
  }
}
