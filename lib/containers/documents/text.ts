import type { Parse } from '../../bytes/parse';
import { boundedEmit, type Emit } from '../blocks';
import type { ContainerFormat } from '../container';
import { emitLabel, emitWrapped, readText, requireWhole } from '../text/emit-text';
import { findLabels } from '../text/find-labels';
import { findManifestBlocks } from '../text/manifest-blocks';

/** White space and escape among the control characters; bytes that UTF-8 never uses (RFC 3629) are no text. */
const CONTROLS = [0x09, 0x0a, 0x0c, 0x0d, 0x1b];
const NEVER = [0x7f, 0xc0, 0xc1];
const isTextByte = (byte: number): boolean =>
  byte < 0x20 ? CONTROLS.includes(byte) : byte < 0xf5 && !NEVER.includes(byte);
/** Text has no mark: a few bytes could be anything. */
const MIN_BYTES = 4;

/**
 * Markdown and plain text, in UTF-8: labels of GB 45438 in front matter (TC260-PG-20258A, 6.5) and where they were seen
 * instead, C2PA manifest stores as variation selectors or between BEGIN and END, and the address of one elsewhere. Accepts any text, so it is asked last.
 */
const text: ContainerFormat<'text'> = {
  id: 'text',
  name: 'Text',
  sniff: (head) => head.length >= MIN_BYTES && head.every(isTextByte),
  *walk(emit, size): Parse<void> {
    const file = yield* readText(size);
    const bounded = boundedEmit(emit);
    for (const { json, place, index } of findLabels(file.text))
      emitLabel(bounded, ['Text', place, 'AIGC'], { json, offset: index }, file);
    emitBlocks(bounded, file.text);
    emitWrapped(bounded, 'Text', file);
    requireWhole(file);
  },
};
export default text;

function emitBlocks(emit: Emit, whole: string): void {
  const path = ['Text', 'C2PA MANIFEST'];
  for (const { kind, span } of findManifestBlocks(whole))
    if (kind === 'store') emit({ kind: 'jumbf', path, spans: [span], encoding: 'base64' });
    else emit({ kind: 'document-property', path, key: 'c2pa-manifest', spans: [span] });
}
