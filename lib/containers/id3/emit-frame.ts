import { MAX_ID3_OBJECT_HEAD_BYTES } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { readJoined, type SpanView } from '../../bytes/span-view';
import type { Emit } from '../blocks';
import type { BlockKind } from '../container';
import { spansOf } from './view';

/** C2PA 2.x Annex A, embedding manifests into ID3; the second is what earlier versions named. */
const C2PA_TYPES = ['application/c2pa', 'application/x-c2pa-manifest-store'];
/** XMP Specification part 3, 1.1.4: owner of the PRIV frame that holds the packet. */
const XMP_OWNER = 'XMP';
/** ID3v2.4 frames, 4: encodings of two bytes a character. */
const WIDE_ENCODINGS = [1, 2];

/**
 * Emits the block of a frame, if it is one that is read: T… and W… frames and COMM whole, of GEOB the C2PA
 * store, of PRIV the XMP packet.
 *
 * @param view the frame's bytes behind its header, unsynchronisation undone
 */
export function* emitFrame(emit: Emit, root: readonly string[], id: string, view: SpanView): Parse<void> {
  const path = [...root, id];
  if (id === 'COMM' || /^[TW]/.test(id)) emitFrom(emit, 'id3', path, view, 0, id);
  const objectAt = id === 'GEOB' ? yield* c2paAt(view) : id === 'PRIV' ? yield* xmpAt(view) : undefined;
  if (objectAt !== undefined) emitFrom(emit, id === 'GEOB' ? 'jumbf' : 'xmp', path, view, objectAt);
}

function emitFrom(
  emit: Emit,
  kind: BlockKind,
  path: readonly string[],
  view: SpanView,
  at: number,
  key?: string,
): void {
  const [first, ...others] = spansOf(view, at, view.length - at);
  if (first === undefined) return;
  const block = { kind, path, spans: [first, ...others] as const };
  emit(key === undefined ? block : { ...block, key });
}

/** Where the object of a GEOB frame begins if it is a C2PA store (ID3v2.4 frames, 4.15). */
function* c2paAt(view: SpanView): Parse<number | undefined> {
  const head = yield* headOf(view);
  const typeEnd = head.indexOf(0, 1);
  if (typeEnd < 0 || !C2PA_TYPES.includes(latin1(head.subarray(1, typeEnd)).toLowerCase())) return undefined;
  const wide = WIDE_ENCODINGS.includes(head[0] ?? 0);
  const nameEnd = behindText(head, typeEnd + 1, wide);
  return nameEnd === undefined ? undefined : behindText(head, nameEnd, wide);
}

/** Where the data of a PRIV frame begins if it is XMP (ID3v2.4 frames, 4.27). */
function* xmpAt(view: SpanView): Parse<number | undefined> {
  const head = yield* headOf(view);
  const ownerEnd = head.indexOf(0);
  return ownerEnd >= 0 && latin1(head.subarray(0, ownerEnd)) === XMP_OWNER ? ownerEnd + 1 : undefined;
}

const headOf = (view: SpanView): Parse<Uint8Array> =>
  readJoined(view, 0, Math.min(view.length, MAX_ID3_OBJECT_HEAD_BYTES), 'ID3v2 object');

/** Index behind a text and its terminator; `undefined` where none is in sight. */
function behindText(head: Uint8Array, from: number, wide: boolean): number | undefined {
  if (!wide) {
    const end = head.indexOf(0, from);
    return end < 0 ? undefined : end + 1;
  }
  for (let at = from; at + 1 < head.length; at += 2) if (head[at] === 0 && head[at + 1] === 0) return at + 2;
  return undefined;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
