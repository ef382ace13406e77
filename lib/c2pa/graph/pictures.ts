import { MAX_THUMBNAIL_BYTES, MAX_THUMBNAILS } from '../../bytes/limits';
import type { CborValue } from '../../metadata/cbor';
import { base64Text } from '../base64-text';
import type { CrManifest } from '../cr-json';
import type { C2paReading } from '../library';
import { resourceOf } from '../store-bytes';
import { mapOf, textAt } from '../values';

type Members = ReadonlyMap<CborValue, CborValue>;

/** Takes the thumbnails of one history as `data:` URLs, until `MAX_THUMBNAILS` are taken. */
export type PictureTaker = {
  ofManifest(manifest: CrManifest): string | undefined;
  ofIngredient(manifest: CrManifest, ingredient: Members): string | undefined;
};

/** First bytes of the picture types a thumbnail may have; `..` stands for any byte. */
const MAGIC: readonly (readonly [mime: string, start: string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/webp', '52494646........57454250'],
];

/** The type is told by the bytes, never by what the file says: no SVG, no HTML. */
export function pictureTaker(reading: C2paReading): PictureTaker {
  const taken = new Map<string, string | undefined>();
  const take = (manifest: CrManifest, uri: string | undefined) => {
    if (uri === undefined) return undefined;
    const absolute = uri.replace(/^self#jumbf=(?!\/)/, `self#jumbf=/c2pa/${manifest.label}/`);
    const full = [...taken.values()].filter((url) => url !== undefined).length >= MAX_THUMBNAILS;
    if (!taken.has(absolute) && !full) taken.set(absolute, pictureUrl(resourceOf(reading, absolute)));
    return taken.get(absolute);
  };
  return {
    ofManifest: (manifest) => take(manifest, claimThumbnail(manifest)),
    ofIngredient: (manifest, ingredient) => take(manifest, textAt(mapOf(ingredient.get('thumbnail')), 'url')),
  };
}

/** The assertion `c2pa.thumbnail.claim`, before 2.0 with the type behind it (C2PA 2.5 §18.12). */
function claimThumbnail({ assertions }: CrManifest): string | undefined {
  const label = [...assertions.keys()].find(
    (key) => typeof key === 'string' && /^c2pa\.thumbnail\.claim(?:\.|$)/.test(key),
  );
  return typeof label === 'string' ? `self#jumbf=c2pa.assertions/${label}` : undefined;
}

function pictureUrl(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length > MAX_THUMBNAIL_BYTES) return undefined;
  const start = Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const mime = MAGIC.find(([, pattern]) => new RegExp(`^${pattern}`).test(start))?.[0];
  if (mime === undefined) return undefined;
  return `data:${mime};base64,${base64Text(bytes)}`;
}
