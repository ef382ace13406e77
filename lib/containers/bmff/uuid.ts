import { type Parse, readUpTo } from '../../bytes/parse';
import { storeAsk } from '../store-ask';
import { emitRange, type WalkContext } from '../walk-context';
import type { Box } from './box';

const UUID_BYTES = 16;

/** XMP Specification Part 3 §1.1.7. */
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';
/** C2PA specification, A.5.1. */
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

/** C2PA A.5.1: version and flags before the purpose, a text that ends in NUL. */
const PURPOSE_AT = UUID_BYTES + 4;
/** The longest purpose there is, `manifest` or `original`, with its NUL. */
const MAX_PURPOSE_BYTES = 9;
/** Offset of the first auxiliary Merkle box, before the manifest store. */
const MERKLE_OFFSET_BYTES = 8;
/** Size and type of the JUMBF box the store begins with. */
const JUMBF_HEADER_BYTES = 8;
const PROBE_BYTES = PURPOSE_AT + MAX_PURPOSE_BYTES + MERKLE_OFFSET_BYTES + JUMBF_HEADER_BYTES;

/** Purposes that hold a whole manifest store behind the offset of Merkle boxes; `merkle` holds hashes. */
const STORE_PURPOSES = ['manifest', 'original'];
/** A store of update manifests, which adds to the `original` one and has no offset before it (C2PA 2.5 A.5.2). */
const UPDATE = 'update';

/** Emits the XMP packet or the C2PA manifest store of a `uuid` box; other boxes are none of ours. */
export function* visitUuid(context: WalkContext, box: Box): Parse<void> {
  const probe = yield* readUpTo(box.content, Math.min(PROBE_BYTES, box.end - box.content), 'uuid box');
  const uuid = hex(probe.bytes.subarray(0, UUID_BYTES));
  const path = [context.name, 'uuid'];
  if (uuid === XMP_UUID)
    emitRange(context, box.content + UUID_BYTES, box.end, { kind: 'xmp', path: [...path, 'XMP'] });
  const store = uuid === C2PA_UUID ? storeIn(probe.bytes) : undefined;
  if (store === undefined) return;
  const key = store.isUpdate ? { key: UPDATE } : {};
  emitRange(context, box.content + store.at, box.end, { kind: 'jumbf', path: [...path, 'C2PA'], ...key });
  yield storeAsk({ offset: box.content, length: box.end - box.content });
}

type FoundStore = { readonly at: number; readonly isUpdate: boolean };

/** Where the manifest store begins in the payload of a C2PA box; `undefined` where it holds none. */
function storeIn(payload: Uint8Array): FoundStore | undefined {
  const end = payload.indexOf(0, PURPOSE_AT);
  if (end < 0) return undefined;
  const purpose = latin1(payload.subarray(PURPOSE_AT, end));
  const data = end + 1;
  if (purpose === UPDATE) return { at: data, isUpdate: true };
  if (!STORE_PURPOSES.includes(purpose)) return undefined;
  // Early writers left the offset out.
  return { at: isJumbf(payload, data) ? data : data + MERKLE_OFFSET_BYTES, isUpdate: false };
}

const isJumbf = (payload: Uint8Array, at: number): boolean =>
  latin1(payload.subarray(at + 4, at + JUMBF_HEADER_BYTES)) === 'jumb';

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
