import type { CborValue } from '../metadata/cbor';
import { manifestLabel } from './jumbf-uri';
import type { C2paIngredient } from './manifest-store';
import type { AssertionPlace } from './read-actions';
import { mapOf, present, textAt } from './values';

const RELATIONSHIPS = ['parentOf', 'componentOf', 'inputTo'] as const;

/**
 * An ingredient assertion of any version (C2PA 2.5 §18.16): `c2pa_manifest` in v1 and v2, `activeManifest` in
 * v3 name the ingredient's own manifest.
 */
export function readIngredient(assertion: CborValue, place: AssertionPlace): C2paIngredient {
  const map = mapOf(assertion);
  const stated = textAt(map, 'relationship');
  const source = mapOf(map.get('activeManifest') ?? map.get('c2pa_manifest'));
  const optional = present({
    title: textAt(map, 'dc:title', 'title'),
    manifest: manifestLabel(textAt(source, 'url')),
    digitalSourceType: textAt(map, 'digitalSourceType'),
  });
  const relationship = RELATIONSHIPS.find((one) => one === stated) ?? 'unknown';
  return { relationship, ...place, ...optional };
}
