import { type Parse, read } from '../../bytes/parse';
import type { ContainerFormat } from '../container';

/** File header: signature, file size, four reserved bytes, offset of the pixels (Windows GDI, BITMAPFILEHEADER). */
const RESERVED_AT = 6;
const HEADER_BYTES = 14;
/** Sizes of the headers that follow, OS/2's and those of Windows, by which they are told apart. */
const INFO_SIZES = [12, 16, 40, 52, 56, 64, 108, 124];
const NEEDED_BYTES = HEADER_BYTES + 4;

/**
 * BMP: a file header, a bitmap header and pixels. There is no place for metadata but a colour profile, which
 * states nothing of ours, so the walk looks at the headers alone.
 */
const bmp: ContainerFormat = {
  id: 'bmp',
  name: 'BMP',
  sniff(head) {
    if (head.length < NEEDED_BYTES || head[0] !== 0x42 || head[1] !== 0x4d) return false;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    return view.getUint32(RESERVED_AT) === 0 && INFO_SIZES.includes(view.getUint32(HEADER_BYTES, true));
  },
  *walk(): Parse<void> {
    yield* read(0, NEEDED_BYTES, 'BMP headers');
  },
};
export default bmp;
