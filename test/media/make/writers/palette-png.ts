import { execFileSync } from 'node:child_process';
import type { Writer } from './writer';

const FILTER = 'split[a][b];[a]palettegen=max_colors=160[p];[b][p]paletteuse=dither=bayer:bayer_scale=4';

/** Re-encodes a PNG with 160 colours, so that the committed files stay small. */
export function palettePng(): Writer {
  return {
    name: 'FFmpeg (palette)',
    write: async (file) => {
      const args = ['-loglevel', 'error', '-f', 'png_pipe', '-i', 'pipe:0', '-vf', FILTER];
      const output = [
        '-frames:v',
        '1',
        '-c:v',
        'png',
        '-compression_level',
        '100',
        '-pred',
        'mixed',
        '-f',
        'image2pipe',
      ];
      return execFileSync('ffmpeg', [...args, ...output, '-bitexact', 'pipe:1'], {
        input: file,
        maxBuffer: 64 << 20,
      });
    },
  };
}
