import { concat, latin1, bytes as raw } from '../../support/samples/bytes';
import {
  app1Exif,
  app1Xmp,
  app13Iptc,
  EOI,
  iimDataset,
  jpeg,
  MARKER,
  segment,
} from '../../support/samples/jpeg';
import { cameraExif, colourProfile, developerXmp, editorExif } from './camera-metadata';
import type { Chance } from './chance';
import type { PictureFile } from './picture-file';

const icc = (random: Chance) =>
  segment(0xe2, concat(latin1('ICC_PROFILE\0'), raw(1, 1), colourProfile(random)));

const iptc = () =>
  app13Iptc(
    iimDataset(2, 5, 'Harbour in the morning'),
    iimDataset(2, 80, 'M. Example'),
    iimDataset(2, 25, 'fog'),
  );

const comment = () =>
  segment(MARKER.com, latin1('CREATOR: gd-jpeg v1.0 (using IJG JPEG v80), quality = 82\n'));

/** What ordinary JPEG files carry, with how many of a hundred carry it. */
const KINDS: readonly (readonly [number, (random: Chance) => readonly Uint8Array[]])[] = [
  [30, () => []],
  [5, () => [comment()]],
  [35, (random) => [app1Exif(cameraExif(random))]],
  [10, (random) => [app1Exif(cameraExif(random)), icc(random)]],
  [12, (random) => [app1Exif(cameraExif(random)), app1Xmp(developerXmp(random)), iptc(), icc(random)]],
  [8, (random) => [app1Exif(editorExif()), app1Xmp(developerXmp(random)), icc(random)]],
];

/** An ordinary JPEG of about `size` bytes; its metadata is chosen as web pages and photo folders have it. */
export function ordinaryJpeg(name: string, size: number, random: Chance): PictureFile {
  const head = jpeg({ segments: segmentsOf(random) });
  const start = head.length - EOI.length;
  const whole = Math.max(size, head.length + 1024);
  return {
    name,
    size: whole,
    pieces: [
      { at: 0, bytes: head.subarray(0, start) },
      { at: whole - EOI.length, bytes: EOI },
    ],
  };
}

function segmentsOf(random: Chance): readonly Uint8Array[] {
  let lot = random.below(100);
  for (const [share, make] of KINDS) {
    if (lot < share) return make(random);
    lot -= share;
  }
  return [];
}
