import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badgeOf, type MediaEntry } from '../support/corpus/own-media';
import { type Painter, startPainter } from './make/paint-pictures';
import { c2paSpecimens } from './make/specimens/c2pa';
import { GB_SPECIMENS } from './make/specimens/gb';
import { GENERATOR_SPECIMENS } from './make/specimens/generator';
import { IPTC_SPECIMENS } from './make/specimens/iptc';
import { PLAIN_SPECIMENS } from './make/specimens/plain';
import { PLAYER_SPECIMENS } from './make/specimens/players';
import { SHAPE_SPECIMENS } from './make/specimens/shapes';
import { type Specimen, wide } from './make/specimens/specimen';

/*
 * `npm run media [-- NAME…]`: paints and labels the project's own media again (all, or the files whose path contains
 * one of the names) and writes manifest.json. Needs Chromium, ExifTool and FFmpeg; `npm test` does not.
 */

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const MAX_FILE_BYTES = 120 * 1024;
const MAX_TOTAL_BYTES = 4 * 1024 * 1024;
/** What the picture is painted as before the writers; films and drawings are made from a JPEG, or without it. */
const TYPES = { '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' } as const;
const CONTAINERS = {
  '.jpg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.mp4': 'mp4',
  '.mp3': 'mp3',
  '.svg': 'svg',
} as const;

async function main(wanted: readonly string[]): Promise<void> {
  const painter = await startPainter();
  try {
    const specimens = allSpecimens(painter);
    for (const specimen of specimens.filter(({ file }) => isWanted(file, wanted))) {
      await make(painter, specimen);
      console.log(`${specimen.file}  ${statSync(join(FOLDER, specimen.file)).size} bytes`);
    }
    writeManifest(specimens);
  } finally {
    await painter.close();
  }
}

function isWanted(file: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((name) => file.includes(name));
}

function allSpecimens(painter: Painter): readonly Specimen[] {
  const motif = (palette: number) => (palette === 1 ? 'rooftops' : 'dunes');
  const parent = (palette: number, seed: number) =>
    painter.paint(wide(motif(palette), palette, seed + 1), { type: 'image/jpeg', quality: 0.8 });
  return [
    ...GB_SPECIMENS,
    ...c2paSpecimens(parent),
    ...IPTC_SPECIMENS,
    ...GENERATOR_SPECIMENS,
    ...PLAIN_SPECIMENS,
    ...PLAYER_SPECIMENS,
    ...SHAPE_SPECIMENS,
  ];
}

async function make(painter: Painter, { file, picture, encoding, writers }: Specimen): Promise<void> {
  const type = TYPES[extname(file) as keyof typeof TYPES] ?? 'image/jpeg';
  let bytes: Buffer = await painter.paint(picture, { type, quality: encoding ?? 0.8 });
  for (const writer of writers) bytes = await writer.write(bytes);
  if (bytes.length > MAX_FILE_BYTES)
    throw new Error(`${file} has ${bytes.length} bytes, more than ${MAX_FILE_BYTES}`);
  const path = join(FOLDER, file);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(path, bytes);
}

function writeManifest(specimens: readonly Specimen[]): void {
  const files = specimens.map(entryOf);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MAX_TOTAL_BYTES) throw new Error(`The media have ${total} bytes, more than ${MAX_TOTAL_BYTES}`);
  const about =
    'Pictures painted by our own code (test/media/make), labelled by the writers named; made for this project, CC0-1.0. ' +
    'verdict: what a reader should say. unverified: what reading without checking credentials says, where that differs. ' +
    'badge: the label drawn on the page at present.';
  writeFileSync(join(FOLDER, 'manifest.json'), `${JSON.stringify({ about, files }, null, 2)}\n`);
  console.log(`${files.length} files, ${total} bytes`);
}

function entryOf(specimen: Specimen): MediaEntry {
  const { file, shows, picture, writers, signals, verdict, unverified, note } = specimen;
  return {
    file,
    bytes: statSync(join(FOLDER, file)).size,
    container: CONTAINERS[extname(file) as keyof typeof CONTAINERS],
    width: picture.width,
    height: picture.height,
    shows,
    signals,
    verdict,
    ...(unverified ? { unverified } : {}),
    badge: badgeOf(unverified ?? verdict),
    made_with: ['canvas of Chromium', ...writers.map(({ name }) => name)],
    license: 'CC0-1.0',
    ...(note ? { note } : {}),
  };
}

await main(process.argv.slice(2).filter((argument) => argument !== '--'));
