import { MAX_PAUSED_SITES } from '../../settings/check-settings';
import { readSite } from '../../settings/site';

/** Why a site cannot be added to the list. */
export type SiteError = 'empty' | 'not-a-site' | 'already' | 'too-many';

/** Adds what a person typed to the paused sites, in alphabetical order; or says why not. */
export function addSite(
  sites: readonly string[],
  typed: string,
): { readonly site: string; readonly sites: readonly string[] } | { readonly error: SiteError } {
  if (typed.trim() === '') return { error: 'empty' };
  const site = readSite(typed);
  if (site === undefined) return { error: 'not-a-site' };
  if (sites.includes(site)) return { error: 'already' };
  if (sites.length >= MAX_PAUSED_SITES) return { error: 'too-many' };
  return { site, sites: [...sites, site].sort() };
}
