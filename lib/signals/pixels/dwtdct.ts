import { fileText } from '../../bytes/file-text';
import type { Finding } from '../finding';

/** Who writes which message of the open watermark, by what it is called among people. */
const WRITERS = {
  sd1: 'Stable Diffusion 1 (StableDiffusionV1)',
  sd2: 'Stable Diffusion 2 (SDV2)',
  sdxl: 'SDXL, diffusers',
  flux: 'FLUX.1, FLUX.2',
} as const;

/** What was found: which message, and how many of its bits agree. */
export type FoundWatermark = {
  readonly id: keyof typeof WRITERS;
  readonly agreeing: number;
  readonly length: number;
};

/** An open watermark is a trace: whoever has the library can write the same bits. */
export function dwtDctFinding({ id, agreeing, length }: FoundWatermark, format: string): Finding {
  return {
    signal: 'dwtdct',
    place: { path: [format, 'pixels', 'dwtDct'] },
    raw: fileText(`${WRITERS[id]}: ${agreeing}/${length}`),
    states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
    assurance: 'unsigned',
    remarks: [],
  };
}
