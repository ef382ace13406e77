import { asBytes, bytes, concat, latin1, u16le, u32le } from './bytes';

/** Builders for the trailer that Samsung's software puts behind a picture (layout as ExifTool reads it). */

export type SamsungEntry = {
  readonly type: number;
  readonly name: string;
  readonly value: string | Uint8Array;
};

/** What the gallery's editor writes of its generative tools. */
export const editorInfo = (value: string): SamsungEntry => ({ type: 0x0d91, name: 'PEg_Info', value });

/** What the gallery's editor writes to be able to edit again. */
export const reEditData = (value: string): SamsungEntry => ({
  type: 0x0ba1,
  name: 'PhotoEditor_Re_Edit_Data',
  value,
});

const entryBytes = ({ type, name, value }: SamsungEntry): Uint8Array =>
  concat(bytes(0, 0), u16le(type), u32le(name.length), latin1(name), asBytes(value));

/** The whole trailer: entries, directory, its length, `SEFT`. */
export const samsungTrailer = (...entries: readonly SamsungEntry[]): Uint8Array => {
  const parts = entries.map((entry) => ({ type: entry.type, content: entryBytes(entry) }));
  const backs = parts.map((_, index) =>
    parts.slice(index).reduce((sum, { content }) => sum + content.length, 0),
  );
  const rows = parts.map(({ type, content }, index) =>
    concat(bytes(0, 0), u16le(type), u32le(backs[index] ?? 0), u32le(content.length)),
  );
  const directory = concat(latin1('SEFH'), u32le(107), u32le(parts.length), ...rows);
  const contents = parts.map(({ content }) => content);
  return concat(...contents, directory, u32le(directory.length), latin1('SEFT'));
};
