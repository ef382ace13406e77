import { concat, latin1, u16be, u32be } from './bytes';

/** A font of the given tables (OpenType, Font file), padded to four bytes, with checksums of zero. */
export const font = (
  tables: readonly (readonly [tag: string, data: Uint8Array])[],
  version = '\0\x01\0\0',
): Uint8Array => {
  let at = 12 + 16 * tables.length;
  const records: Uint8Array[] = [];
  const bodies: Uint8Array[] = [];
  for (const [tag, data] of tables) {
    records.push(latin1(tag), u32be(0), u32be(at), u32be(data.length));
    bodies.push(data, new Uint8Array((4 - (data.length % 4)) % 4));
    at += data.length + ((4 - (data.length % 4)) % 4);
  }
  return concat(latin1(version), u16be(tables.length), new Uint8Array(6), ...records, ...bodies);
};

/** A `C2PA` table (C2PA 2.5, A.3.12.2); an empty address or store has no offset. */
export const c2paTable = (uri: string, store: Uint8Array): Uint8Array => {
  const uriAt = uri === '' ? 0 : 20;
  const storeAt = store.length === 0 ? 0 : 20 + uri.length;
  return concat(
    u16be(0),
    u16be(1),
    u32be(uriAt),
    u16be(uri.length),
    u16be(0),
    u32be(storeAt),
    u32be(store.length),
    latin1(uri),
    store,
  );
};
