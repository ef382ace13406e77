import { concat, u32be, utf8 } from './bytes';
import { type Encodable, encodeCbor } from './cbor';

const ISO_UUID_TAIL = Uint8Array.of(0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71);

/** LBox, TBox, payload. */
export function box(type: string, ...payload: Uint8Array[]): Uint8Array {
  const content = concat(...payload);
  return concat(u32be(content.length + 8), utf8(type), content);
}

/** A superbox: description (content type, toggles 3 = requestable with label, label), then its boxes. */
export function superbox(kind: string, label: string, ...children: Uint8Array[]): Uint8Array {
  return box('jumb', description(kind, label), ...children);
}

export function description(kind: string, label: string): Uint8Array {
  return box('jumd', typeUuid(kind), Uint8Array.of(3), utf8(label), Uint8Array.of(0));
}

export function typeUuid(kind: string): Uint8Array {
  return concat(utf8(kind), ISO_UUID_TAIL);
}

/** A superbox holding one CBOR box: claims and most assertions. */
export function cborBox(label: string, value: Encodable, kind = 'cbor'): Uint8Array {
  return superbox(kind, label, box('cbor', encodeCbor(value)));
}

/** A superbox holding one JSON box: metadata assertions. */
export function jsonBox(label: string, value: unknown): Uint8Array {
  return superbox('json', label, box('json', utf8(JSON.stringify(value))));
}

/** An embedded thumbnail: description of the file, then its bytes. */
export function thumbnailBox(label: string, bytes: number): Uint8Array {
  const name = box('bfdb', Uint8Array.of(0), utf8('image/jpeg\0'));
  return superbox('\x40\xcb\x0c\x32', label, name, box('bidb', new Uint8Array(bytes).fill(0xab)));
}

/** What a test says about one manifest; the rest is filled in as a real writer would. */
export type ManifestParts = {
  readonly label: string;
  readonly assertions?: readonly Uint8Array[];
  readonly claim?: Encodable;
  readonly claimLabel?: string;
  readonly kind?: string;
};

export function manifestBox({ label, assertions = [], claim, claimLabel, kind }: ManifestParts): Uint8Array {
  return superbox(
    kind ?? 'c2ma',
    label,
    superbox('c2as', 'c2pa.assertions', ...assertions),
    cborBox(
      claimLabel ?? 'c2pa.claim.v2',
      claim ?? { claim_generator_info: { name: 'Maker', version: '1.0' } },
      'c2cl',
    ),
    superbox('c2cs', 'c2pa.signature', box('cbor', new Uint8Array(64))),
  );
}

/** A manifest store; the last manifest is the active one. */
export function storeBox(...manifests: ManifestParts[]): Uint8Array {
  return superbox('c2pa', 'c2pa', ...manifests.map(manifestBox));
}

/** A `c2pa.actions.v2` assertion. */
export function actionsBox(actions: readonly Encodable[], label = 'c2pa.actions.v2'): Uint8Array {
  return cborBox(label, { actions });
}

/** A `c2pa.ingredient.v3` assertion that names another manifest of the store. */
export function ingredientBox(
  relationship: string,
  manifest?: string,
  label = 'c2pa.ingredient.v3',
): Uint8Array {
  const active = { url: `self#jumbf=/c2pa/${manifest}`, hash: new Uint8Array(32) };
  return cborBox(label, {
    relationship,
    'dc:title': `${relationship}.png`,
    ...(manifest ? { activeManifest: active } : {}),
  });
}

export const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
