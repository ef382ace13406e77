import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bilingual, ExpectedBadge, ExpectedVerdict } from '../../media/make/specimens/specimen';

/** Folder of the project's own media, with a slash at the end. */
export const OWN_MEDIA_FOLDER = fileURLToPath(new URL('../../media/', import.meta.url));

/** One file of the project's own media, as `test/media/manifest.json` lists it. */
export type MediaEntry = {
  /** Path below `test/media/`, with `/`. */
  readonly file: string;
  readonly bytes: number;
  readonly container: 'jpeg' | 'png' | 'webp' | 'mp4' | 'mp3' | 'svg';
  readonly width: number;
  readonly height: number;
  readonly shows: Bilingual;
  readonly signals: readonly { readonly signal: string; readonly where: string }[];
  readonly verdict: ExpectedVerdict;
  /** What reading without checking credentials says, where that differs from `verdict`. */
  readonly unverified?: ExpectedVerdict;
  /** Label drawn by the fast reading: that of `unverified` where there is one. */
  readonly badge: ExpectedBadge;
  readonly made_with: readonly string[];
  readonly license: string;
  readonly note?: string;
};

let known: readonly MediaEntry[] | undefined;

/** All own media, in the manifest's order. Throws when the manifest is missing: it is part of the repository. */
export function ownMedia(): readonly MediaEntry[] {
  known ??= (JSON.parse(readFileSync(`${OWN_MEDIA_FOLDER}manifest.json`, 'utf8')) as { files: MediaEntry[] })
    .files;
  return known;
}

/** One own file by its path; throws when there is none. */
export function ownFile(file: string): MediaEntry {
  const entry = ownMedia().find((each) => each.file === file);
  if (!entry) throw new Error(`test/media/manifest.json lists no ${file}`);
  return entry;
}

/**
 * The label a verdict is drawn with, or `null`. A camera capture is labelled only where a person has switched that on,
 * which is not the default.
 */
export function badgeOf(verdict: ExpectedVerdict): ExpectedBadge {
  if (verdict.kind === 'ai') return verdict.state;
  return verdict.kind === 'credential-broken' ? 'broken' : null;
}
