import * as v from 'valibot';
import {
  CORNERS,
  CREDENTIAL_CHECKS,
  DEFAULT_SETTINGS,
  LANGUAGE_CHOICES,
  PROFILES,
  type Settings,
  UNCHECKED_RULES,
} from './settings';
import { readSite } from './site';

/** More paused sites than anyone keeps by hand; a longer list is not ours. */
export const MAX_PAUSED_SITES = 500;

const settingsSchema = v.object({
  language: v.fallback(v.picklist(LANGUAGE_CHOICES), DEFAULT_SETTINGS.language),
  profile: v.fallback(v.picklist(PROFILES), DEFAULT_SETTINGS.profile),
  corner: v.fallback(v.picklist(CORNERS), DEFAULT_SETTINGS.corner),
  pausedSites: v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((entries: unknown[]) => goodSites(entries)),
  ),
  verifyCredentials: v.fallback(v.picklist(CREDENTIAL_CHECKS), DEFAULT_SETTINGS.verifyCredentials),
  uncheckedPlatformRules: v.fallback(v.picklist(UNCHECKED_RULES), DEFAULT_SETTINGS.uncheckedPlatformRules),
});

const anyRecord = v.record(v.string(), v.unknown());

/**
 * Reads a stored value as settings. Each field stands for itself: a bad one falls back to its default, a good
 * one is never lost because its neighbour is bad; bad host names leave the list, the others stay.
 *
 * @param value what storage gave, of any shape
 * @returns complete, valid settings; never throws
 */
export function checkSettings(value: unknown): Settings {
  const fields = v.is(anyRecord, value) ? value : {};
  return v.parse(settingsSchema, { ...DEFAULT_SETTINGS, ...fields });
}

function goodSites(entries: readonly unknown[]): readonly string[] {
  const sites = entries.flatMap((entry) => {
    const read = typeof entry === 'string' ? readSite(entry) : undefined;
    return read === undefined ? [] : [read];
  });
  return [...new Set(sites)].slice(0, MAX_PAUSED_SITES);
}
