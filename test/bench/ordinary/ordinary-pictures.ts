import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from './chance';
import { ordinaryJpeg } from './ordinary-jpeg';
import { ordinaryPng } from './ordinary-png';
import { type PictureFile, writePicture } from './picture-file';

/** Sizes of pictures on web pages and in photo folders. */
const LEAST_BYTES = 20 * 1024;
const MOST_BYTES = 4 * 1024 * 1024;

/** Of five pictures three are JPEG, two PNG. */
const isJpeg = (index: number): boolean => index % 5 < 3;

/** The ordinary, unlabelled picture of a number: always the same one. */
export function ordinaryPicture(index: number): PictureFile {
  const random = chance(index);
  const size = random.size(LEAST_BYTES, MOST_BYTES);
  const name = String(index).padStart(4, '0');
  return isJpeg(index) ? ordinaryJpeg(`${name}.jpg`, size, random) : ordinaryPng(`${name}.png`, size, random);
}

/** Writes `count` ordinary pictures into a folder and gives their paths. */
export function writeOrdinaryPictures(folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const picture = ordinaryPicture(index);
    const path = join(folder, picture.name);
    writePicture(path, picture);
    return path;
  });
}
