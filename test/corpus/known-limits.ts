import type { CorpusVerdict } from '../support/corpus/corpus';

/** A file we judge otherwise than its ground truth, on purpose and for now: what we say, and why. */
export type KnownLimit = {
  readonly why: string;
  readonly verdict: CorpusVerdict;
  /** Signals stated by the ground truth that we do not show, as patterns. */
  readonly missing?: readonly string[];
};

/** `pixels.test.ts` holds that they are found where pixels are asked for. */
const PIXELS =
  'stands in the pixels only: found by `inspect --pixels`, not by the first look, which reads none';

export const KNOWN_LIMITS: ReadonlyMap<string, KnownLimit> = new Map<string, KnownLimit>([
  [
    'c2pa/legacy.mp4',
    {
      why: 'the library of today finds the signature good that the ground truth has as broken',
      verdict: 'none',
    },
  ],
  ['generator/automatic1111_stealth.png', { why: PIXELS, verdict: 'none', missing: ['/^generator:/'] }],
  [
    'text/c2pa-tampered.txt',
    {
      why: 'the credential library reads no text files, so that its content is not compared',
      verdict: 'ai_confirmed',
    },
  ],
  ['watermark/sd-v1.png', { why: PIXELS, verdict: 'none' }],
  ['watermark/sdxl.png', { why: PIXELS, verdict: 'none' }],
]);
