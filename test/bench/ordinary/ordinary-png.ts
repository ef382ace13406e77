import { deflateSync } from 'node:zlib';
import { bytes, concat, latin1, u32be } from '../../support/samples/bytes';
import { chunk, eXIf, IEND, IHDR, PNG_SIGNATURE, pngXmp, tEXt } from '../../support/samples/png';
import { colourProfile, developerXmp, editorExif } from './camera-metadata';
import type { Chance } from './chance';
import type { PictureFile, Piece } from './picture-file';

const iccp = (random: Chance) =>
  chunk('iCCP', concat(latin1('ICC Profile\0\0'), deflateSync(colourProfile(random))));
const phys = () => chunk('pHYs', concat(u32be(2835), u32be(2835), bytes(1)));
const screenshot = () => [
  tEXt('Software', 'gnome-screenshot'),
  tEXt('Creation Time', 'Mon 01 May 2023 10:20:30'),
];
const converted = () => [
  tEXt('date:create', '2023-05-01T10:20:30+00:00'),
  tEXt('date:modify', '2023-05-01T10:20:30+00:00'),
];

/** What ordinary PNG files carry before their pixels, with how many of a hundred carry it. */
const KINDS: readonly (readonly [number, (random: Chance) => readonly Uint8Array[]])[] = [
  [30, () => []],
  [20, () => [phys(), ...screenshot()]],
  [20, (random) => [iccp(random), phys()]],
  [15, () => [chunk('gAMA', u32be(45455)), phys(), ...converted()]],
  [10, (random) => [phys(), iccp(random), pngXmp(developerXmp(random))]],
  [5, () => [phys(), eXIf(editorExif())]],
];

/** How large writers make their IDAT chunks; 0 is all pixels in one. */
const IDAT_BYTES = [8192, 8192, 32_768, 65_536, 0] as const;

/** Length 4, type 4 before a chunk's data; CRC 4 behind it. */
const FRAME_BYTES = 12;

/** An ordinary PNG of about `size` bytes, its pixels in chunks as usual writers make them. */
export function ordinaryPng(name: string, size: number, random: Chance): PictureFile {
  const head = concat(PNG_SIGNATURE, IHDR, ...chunksOf(random));
  const most = IDAT_BYTES[random.below(IDAT_BYTES.length)] || size;
  const pieces: Piece[] = [{ at: 0, bytes: head }];
  let at = head.length;
  for (let left = Math.max(1000, size - head.length); left > 0; left -= most) {
    const length = Math.min(most, left);
    pieces.push({ at, bytes: concat(u32be(length), latin1('IDAT')) });
    at += FRAME_BYTES + length;
  }
  pieces.push({ at, bytes: IEND });
  return { name, size: at + IEND.length, pieces };
}

function chunksOf(random: Chance): readonly Uint8Array[] {
  let lot = random.below(100);
  for (const [share, make] of KINDS) {
    if (lot < share) return make(random);
    lot -= share;
  }
  return [];
}
