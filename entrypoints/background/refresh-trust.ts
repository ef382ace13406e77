import { acceptList } from '../../lib/c2pa/trust/accept-list';
import { LIST_SOURCES } from '../../lib/c2pa/trust/sources';
import { boundedBody } from '../../lib/net/bounded-body';
import { losesTls } from '../../lib/net/loses-tls';
import {
  REFRESHED_LISTS,
  type RefreshedList,
  type RefreshResult,
  type TrustChoices,
  type TrustFile,
} from '../../lib/settings/trust';
import { readTrustFile } from './trust-files';

/** How old a refresh may be before the next one: the official list changes every few weeks. */
export const REFRESH_DAYS = 7;

/** Longest wait for one list, and its largest size. */
const FETCH_TIMEOUT_MS = 30_000;
const MAX_LIST_BYTES = 4 * 1024 * 1024;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the person wants refreshes and the last one is old enough. */
export function isRefreshDue({ refresh, last }: TrustChoices, now: Date): boolean {
  const before = last === undefined ? Number.NEGATIVE_INFINITY : Date.parse(last.at);
  return refresh && !(now.getTime() - before < REFRESH_DAYS * DAY_MS);
}

type Refreshed = { readonly result: RefreshResult; readonly file?: TrustFile };

/**
 * Asks for the official lists where they are published and looks at each before it takes the place of the one in use.
 *
 * @returns the choices after it, with how it ended; the old list stays where the new one is bad or not to be had
 */
export async function refreshTrust(choices: TrustChoices, now: Date): Promise<TrustChoices> {
  const results: { [list in RefreshedList]?: RefreshResult } = {};
  let { files } = choices;
  for (const id of REFRESHED_LISTS) {
    const { result, file } = await refreshList(id, choices, now);
    results[id] = result;
    if (file !== undefined) files = [...files.filter(({ name }) => name !== file.name), file];
  }
  return { ...choices, files, last: { at: now.toISOString(), results } };
}

async function refreshList(id: RefreshedList, choices: TrustChoices, now: Date): Promise<Refreshed> {
  const anchors = LIST_SOURCES.find((source) => source.id === id)?.files.anchors;
  const text = anchors && (await fetchText(anchors.address));
  if (anchors === undefined || text === undefined) return { result: 'not-had' };
  const current = (await readTrustFile(anchors.name, choices)) ?? '';
  if (text === current) return { result: 'same' };
  const answer = await acceptList(text, current, now.toISOString());
  if (answer.kind === 'refused') return { result: answer.why };
  return { result: 'updated', file: { name: anchors.name, text, pinned: false } };
}

async function fetchText(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!answer.ok || losesTls(address, answer.url)) return undefined;
    return await (await boundedBody(answer, MAX_LIST_BYTES))?.text();
  } catch {
    return undefined;
  }
}
