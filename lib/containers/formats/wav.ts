import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';
import { boundedEmit } from '../blocks';
import type { ContainerFormat } from '../container';
import { beginsForm, type Chunk, isUnknown, readForm } from '../riff/chunk';
import { TagChunks } from '../riff/tag-chunks';
import { walkForm } from '../riff/walk-form';

/** RIFF, and its variants with 64-bit sizes (EBU Tech 3306; ITU-R BS.2088). */
const MAGICS = ['RIFF', 'RF64', 'BW64'];
/** EBU Tech 3306: RIFF size, then data size, 64 bits each, little-endian. */
const DS64_DATA_SIZE_AT = 8;
const DS64_BYTES = 16;

/** WAV: every chunk of the RIFF form, headers only, also behind the sound. */
const wav: ContainerFormat = {
  id: 'wav',
  name: 'WAV',
  sniff: (head) => beginsForm(head, MAGICS, 'WAVE'),
  *walk(emit, size): Parse<void> {
    const form = yield* readForm(0);
    if (form === undefined || !MAGICS.includes(form.magic) || form.type !== 'WAVE')
      throw new ByteFault('malformed', 'no RIFF WAVE header');
    const end = form.end ?? size ?? Number.POSITIVE_INFINITY;
    const tags = new TagChunks(boundedEmit(emit), 'WAV', size);
    let dataBytes: number | undefined;
    yield* walkForm({ start: form.start, end, size, sized, visit });
    tags.blame();

    /** Sound whose length the header leaves open takes the rest of a file of open length. */
    function sized(chunk: Chunk): Chunk {
      const { type, payload } = chunk;
      if (type !== 'data' || !isUnknown(payload.length)) return chunk;
      const rest = form?.end === undefined ? Math.max(0, end - payload.offset) : payload.length;
      return { ...chunk, payload: { ...payload, length: dataBytes ?? rest } };
    }

    function* visit(chunk: Chunk): Parse<void> {
      if (chunk.type === 'ds64') dataBytes = yield* readDataBytes(chunk);
      yield* tags.visit(chunk);
    }
  },
};
export default wav;

function* readDataBytes({ payload }: Chunk): Parse<number | undefined> {
  const cursor = yield* readUpTo(payload.offset, Math.min(payload.length, DS64_BYTES), 'RIFF ds64');
  if (cursor.left < DS64_BYTES) return undefined;
  cursor.skip(DS64_DATA_SIZE_AT);
  const low = cursor.u32le();
  const length = cursor.u32le() * 2 ** 32 + low;
  return Number.isSafeInteger(payload.offset + length) ? length : undefined;
}
