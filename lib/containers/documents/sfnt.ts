import { ByteFault } from '../../bytes/fault';
import { MAX_SFNT_TABLES, MAX_SFNT_URI_BYTES } from '../../bytes/limits';
import { type Parse, read } from '../../bytes/parse';
import { boundedEmit, requireInside } from '../blocks';
import type { ContainerFormat, Span } from '../container';
import { contained, emitRange, type WalkContext } from '../walk-context';

/** Versions of the table directory (OpenType 1.9.1, Font file): TrueType outlines, CFF, Apple's two. */
const VERSIONS = ['\0\x01\0\0', 'OTTO', 'true', 'typ1'];
/** Version, number of tables, three fields for searching. */
const HEADER_BYTES = 12;
/** Tag, checksum, offset, length. */
const RECORD_BYTES = 16;
const COUNT_AT = 4;
const TAG = /^[\x20-\x7e]{4}$/;

const C2PA_TAG = 'C2PA';
/** C2PA 2.5, A.3.12.2: versions, offset and length of an address, two bytes reserved, offset and length of the store. */
const C2PA_HEADER_BYTES = 20;
const PATH = ['Font', 'C2PA'];

type Table = Span & { readonly tag: string };

/**
 * OpenType and TrueType fonts: the manifest store in the `C2PA` table and the address of one stored elsewhere
 * (C2PA 2.5, A.3.12). Nothing but the table directory is read besides. Collections and WOFF are not recognised.
 */
const sfnt: ContainerFormat<'sfnt'> = {
  id: 'sfnt',
  name: 'Font',
  sniff: (head) =>
    VERSIONS.includes(latin1(head, 0)) &&
    (head[COUNT_AT + 1] ?? 0) > 0 &&
    TAG.test(latin1(head, HEADER_BYTES)),
  *walk(emit, size): Parse<void> {
    const context: WalkContext = { name: 'Font', size, emit: boundedEmit(emit) };
    const tables = yield* readDirectory();
    const table = tables.find(({ tag }) => tag === C2PA_TAG);
    if (table !== undefined) yield* contained(context, visitTable(context, table));
    if (context.fault !== undefined) throw context.fault;
    for (const { tag, offset, length } of tables) requireInside(offset + length, size, `table ${tag}`);
  },
};
export default sfnt;

const latin1 = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

function* readDirectory(): Parse<readonly Table[]> {
  const header = yield* read(0, HEADER_BYTES, 'font header');
  header.skip(COUNT_AT);
  const count = header.u16be();
  if (count > MAX_SFNT_TABLES) throw new ByteFault('over-budget', `font of ${count} tables`);
  const records = yield* read(HEADER_BYTES, count * RECORD_BYTES, 'table directory');
  const tables: Table[] = [];
  while (tables.length < count) {
    const tag = records.latin1(4);
    records.skip(4);
    tables.push({ tag, offset: records.u32be(), length: records.u32be() });
  }
  return tables;
}

function* visitTable(context: WalkContext, table: Table): Parse<void> {
  if (table.length < C2PA_HEADER_BYTES) throw new ByteFault('malformed', 'C2PA table without a header');
  const header = yield* read(table.offset, C2PA_HEADER_BYTES, 'C2PA table');
  header.skip(4);
  const uri = { offset: header.u32be(), length: header.u16be() };
  header.skip(2);
  const store = { offset: header.u32be(), length: header.u32be() };
  if (uri.offset > 0 && uri.length <= MAX_SFNT_URI_BYTES)
    emitInside(context, table, uri, {
      kind: 'document-property',
      path: [...PATH, 'URI'],
      key: 'c2pa-manifest',
    });
  if (store.offset > 0) emitInside(context, table, store, { kind: 'jumbf', path: PATH });
}

/** Emits a part of a table. @throws ByteFault `malformed` where it reaches beyond the table */
function emitInside(
  context: WalkContext,
  table: Table,
  part: Span,
  payload: Parameters<typeof emitRange>[3],
): void {
  if (part.offset + part.length > table.length)
    throw new ByteFault('malformed', `part of the C2PA table at ${part.offset} reaches beyond it`);
  const start = table.offset + part.offset;
  emitRange(context, start, start + part.length, payload);
}
