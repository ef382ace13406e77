import type { Writer } from './writer';

const USER_COMMENT = 0x9286;
const EXIF_IFD = 0x8769;
const TYPE_LONG = 4;
const TYPE_UNDEFINED = 7;

/**
 * Puts an EXIF block with one UserComment right after a JPEG's SOI, byte for byte as the WebUI family saves it through
 * piexif: big-endian TIFF, `UNICODE\0` prefix, UTF-16BE text. Those tools cannot run in this project.
 */
export function exifUnicodeComment(text: string): Writer {
  return {
    name: 'own EXIF writer (piexif layout)',
    write: async (file) => {
      const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(text)]);
      const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]);
      return Buffer.concat([file.subarray(0, 2), head, exif, file.subarray(2)]);
    },
  };
}

/** TIFF 6.0: header, IFD0 with the pointer to the Exif IFD, the Exif IFD with the comment, the comment. */
function tiff(text: string): Buffer {
  const comment = Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), Buffer.from(text, 'utf16le').swap16()]);
  const header = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const exifAt = header.length + IFD_BYTES;
  const ifd0 = directory(EXIF_IFD, TYPE_LONG, 1, exifAt);
  const exif = directory(USER_COMMENT, TYPE_UNDEFINED, comment.length, exifAt + IFD_BYTES);
  return Buffer.concat([header, ifd0, exif, comment]);
}

/** Count, one entry of 12 bytes, offset of the next IFD. */
const IFD_BYTES = 2 + 12 + 4;

function directory(tag: number, type: number, count: number, value: number): Buffer {
  const ifd = Buffer.alloc(IFD_BYTES);
  ifd.writeUInt16BE(1, 0);
  ifd.writeUInt16BE(tag, 2);
  ifd.writeUInt16BE(type, 4);
  ifd.writeUInt32BE(count, 6);
  ifd.writeUInt32BE(value, 10);
  return ifd;
}
