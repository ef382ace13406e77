import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Writer } from './writer';

const run = promisify(execFile);

/** Length of films and sounds: long enough to be seen playing, short enough for a repository. */
const SECONDS = 3;

/**
 * A silent film that moves slowly over the picture, as MP4 (H.264), with the label in a metadata key of that name.
 *
 * @param label value of the key `AIGC` (GB 45438-2025 Annex E); none is written where left out
 */
export function film(label?: string): Writer {
  const move = `scale=720:480,crop=640:360:x='t*20':y='t*20',fps=12`;
  const picture = ['-loop', '1', '-t', String(SECONDS), '-i', 'in.jpg', '-vf', move];
  const coding = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-crf', '34', '-movflags', '+use_metadata_tags'];
  return ffmpeg([...picture, ...coding, ...labelArguments(label), 'out.mp4']);
}

/** A soft tone as MP3, with the label in an ID3v2 `TXXX` frame described `AIGC`. Nothing of the picture is kept. */
export function sound(label?: string): Writer {
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=330:duration=${SECONDS},volume=0.2`];
  return ffmpeg([...tone, '-c:a', 'libmp3lame', '-b:a', '32k', ...labelArguments(label), 'out.mp3']);
}

function labelArguments(label: string | undefined): readonly string[] {
  return label === undefined ? [] : ['-metadata', `AIGC=${label}`];
}

function ffmpeg(args: readonly string[]): Writer {
  return {
    name: 'FFmpeg',
    write: async (file) => {
      const folder = await mkdtemp(join(tmpdir(), 'bianshi-media-'));
      try {
        await writeFile(join(folder, 'in.jpg'), file);
        // Bit-exact: the same file each time, without the version of the tool.
        const exact = ['-y', '-loglevel', 'error', '-fflags', '+bitexact', '-flags', '+bitexact'];
        await run('ffmpeg', [...exact, ...args], { cwd: folder });
        return await readFile(join(folder, args.at(-1) ?? ''));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
