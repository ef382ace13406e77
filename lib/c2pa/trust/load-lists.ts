import { MAX_TRUST_LIST_CHARS } from '../../bytes/limits';
import { type OwnAnchor, ownList } from './own-anchors';
import { LIST_SOURCES, type ListFile, type ListSource } from './sources';
import type { TrustList, TrustLists } from './trust-lists';
import { INTERIM_USAGES, OFFICIAL_USAGES, TIME_STAMP_USAGES } from './usages';

/** Text of a list's file by its name; `undefined` where the build has none. */
export type FetchText = (name: string) => Promise<string | undefined>;

const USAGES = { official: OFFICIAL_USAGES, interim: INTERIM_USAGES, timeStamps: TIME_STAMP_USAGES };

/**
 * The lists that are there, for any place that can get at their files: extension page, worker, Node. A list whose
 * anchors are missing is left out whole.
 *
 * @param fetchText gives the file of a name in `assets/trust/SOURCES.json`
 * @param own anchors of the user, which count under a list of their own
 */
export async function loadLists(fetchText: FetchText, own: readonly OwnAnchor[] = []): Promise<TrustLists> {
  const lists = await Promise.all(LIST_SOURCES.map((source) => loadList(source, fetchText)));
  const mine = ownList(own);
  return Object.fromEntries([...lists.flat(), ...(mine === undefined ? [] : [['own', mine]])]);
}

async function loadList(
  { id, issued, files }: ListSource,
  fetchText: FetchText,
): Promise<readonly (readonly [string, TrustList])[]> {
  const anchors = await textOf(files.anchors, fetchText);
  if (anchors === undefined) return [];
  const allowed = files.allowed && (await textOf(files.allowed, fetchText));
  return [[id, { anchors, ...(allowed === undefined ? {} : { allowed }), usages: USAGES[id], issued }]];
}

async function textOf({ name }: ListFile, fetchText: FetchText): Promise<string | undefined> {
  const text = await fetchText(name);
  return text === undefined || text.length > MAX_TRUST_LIST_CHARS ? undefined : text;
}
