import { decodeText } from '../../bytes/decode-text';
import { ByteFault } from '../../bytes/fault';
import { MAX_TEXT_FILE_BYTES } from '../../bytes/limits';
import { type Parse, readUpTo } from '../../bytes/parse';
import type { Emit } from '../blocks';
import { findWrappedStores } from './variation-bytes';

/** A file of text read whole, up to MAX_TEXT_FILE_BYTES, and whether that was all. */
export type WholeText = { readonly bytes: Uint8Array; readonly text: string; readonly isWhole: boolean };

/** Reads a file of text; the text is Latin-1, so that its indexes are byte offsets. */
export function* readText(size: number | undefined): Parse<WholeText> {
  const { bytes } = yield* readUpTo(
    0,
    Math.min(size ?? Number.POSITIVE_INFINITY, MAX_TEXT_FILE_BYTES),
    'text',
  );
  return {
    bytes,
    text: decodeText(bytes, 'latin1'),
    isWhole: bytes.length < MAX_TEXT_FILE_BYTES || size === MAX_TEXT_FILE_BYTES,
  };
}

/** Emits a label found in a text; `offset` is where it begins. As JSON it may be longer than it is written. */
export function emitLabel(
  emit: Emit,
  path: readonly string[],
  { json, offset }: { readonly json: string; readonly offset: number },
  { bytes }: WholeText,
): void {
  const content = new TextEncoder().encode(json);
  const length = Math.min(content.length, bytes.length - offset);
  emit({ kind: 'document-property', path, key: 'AIGC', spans: [{ offset, length }], content });
}

/** Emits the manifest stores written as variation selectors. @throws ByteFault as `findWrappedStores` */
export function emitWrapped(emit: Emit, name: string, { text, bytes }: WholeText): void {
  for (const { store, offset, length } of findWrappedStores(text, bytes))
    emit({
      kind: 'jumbf',
      path: [name, 'variation selectors', 'C2PA'],
      spans: [{ offset, length }],
      content: store,
    });
}

/** @throws ByteFault `over-budget` where the file is larger than what was read of it */
export function requireWhole({ isWhole }: WholeText): void {
  if (!isWhole) throw new ByteFault('over-budget', `text of more than ${MAX_TEXT_FILE_BYTES} bytes`);
}
