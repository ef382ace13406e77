import { ByteFault } from '../../bytes/fault';
import { type Parse, readUpTo } from '../../bytes/parse';
import { boundedEmit, type Emit, emitSpan } from '../blocks';
import type { Block, ContainerFormat, Span } from '../container';
import { beginsForm, type Chunk, readForm, requireRoom } from '../riff/chunk';
import { walkForm } from '../riff/walk-form';
import { storeAsk } from '../store-ask';

/** JPEG's EXIF identifier, which some writers keep although RFC 9649, 2.7.1.5 has the bare payload. */
const EXIF_PREFIX = 'Exif\0\0';

type Role = Pick<Block, 'kind' | 'path'>;

/** RFC 9649, 2.7.1.5; C2PA specification, A.3.6. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['EXIF', { kind: 'exif', path: ['WebP', 'EXIF'] }],
  ['XMP ', { kind: 'xmp', path: ['WebP', 'XMP'] }],
  // Seen from writers that pad the name like a C string.
  ['XMP\0', { kind: 'xmp', path: ['WebP', 'XMP'] }],
  ['C2PA', { kind: 'jumbf', path: ['WebP', 'C2PA'] }],
]);

/** WebP (RFC 9649): every chunk of the RIFF form, headers only, also behind the pixels. */
const webp: ContainerFormat = {
  id: 'webp',
  name: 'WebP',
  sniff: (head) => beginsForm(head, ['RIFF'], 'WEBP'),
  *walk(emit, size): Parse<void> {
    const form = yield* readForm(0);
    if (form?.magic !== 'RIFF' || form.type !== 'WEBP')
      throw new ByteFault('malformed', 'no RIFF WEBP header');
    const end = form.end ?? size ?? Number.POSITIVE_INFINITY;
    const out = boundedEmit(emit);
    // metadata stands behind all frames of an animation (RFC 9649, 2.7)
    yield* walkForm({ start: form.start, end, size, run: 'ANMF', visit });

    function* visit(chunk: Chunk): Parse<void> {
      requireRoom(chunk, end, size);
      yield* emitChunk(out, chunk);
    }
  },
};
export default webp;

function* emitChunk(emit: Emit, { type, payload }: Chunk): Parse<void> {
  const role = ROLES.get(type);
  if (role === undefined) return;
  const skipped = role.kind === 'exif' ? yield* exifPrefixBytes(payload) : 0;
  const span = { offset: payload.offset + skipped, length: payload.length - skipped };
  emitSpan(emit, role.kind, role.path, span);
  if (role.kind === 'jumbf') yield storeAsk(span);
}

function* exifPrefixBytes({ offset, length }: Span): Parse<number> {
  const start = yield* readUpTo(offset, Math.min(length, EXIF_PREFIX.length), 'EXIF prefix');
  return String.fromCharCode(...start.bytes) === EXIF_PREFIX ? EXIF_PREFIX.length : 0;
}
