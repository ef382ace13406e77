import { loadLists } from '../../lib/c2pa/trust/load-lists';
import { parseOwnAnchors } from '../../lib/c2pa/trust/own-anchors';
import type { TrustLists } from '../../lib/c2pa/trust/trust-lists';
import { extensionUrl } from '../../lib/platform/browser';
import type { TrustChoices } from '../../lib/settings/trust';

/** Where a build keeps the files of the lists it was given. */
const FOLDER = 'trust';

/** The lists as they are now: files the person loaded or refreshed before those of the build, and own anchors. */
export async function listsOf(choices: TrustChoices): Promise<TrustLists> {
  const { anchors } = choices.own === '' ? { anchors: [] } : await parseOwnAnchors(choices.own);
  return loadLists((name) => readTrustFile(name, choices), anchors);
}

/** A file of a list by its name in `assets/trust/SOURCES.json`; `undefined` where there is none. */
export async function readTrustFile(name: string, { files }: TrustChoices): Promise<string | undefined> {
  return files.find((file) => file.name === name)?.text ?? readPackaged(name);
}

/** A file of the build; `undefined` where it was built without. */
export async function readPackaged(name: string): Promise<string | undefined> {
  try {
    const answer = await fetch(extensionUrl(`${FOLDER}/${name}`));
    return answer.ok ? await answer.text() : undefined;
  } catch {
    // A file that is not there: Chromium refuses the request, Firefox answers 200 and breaks off the body.
    return undefined;
  }
}
