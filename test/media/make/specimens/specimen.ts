import type { Encoding, Picture } from '../paint-pictures';
import type { Writer } from '../writers/writer';

/** A text in both languages of the site. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** What a reader of the file should say, in the words of `lib/verdict/verdict.ts`. */
export type ExpectedVerdict =
  | {
      readonly kind: 'ai';
      readonly state: 'confirmed' | 'possible' | 'suspected';
      readonly extent: 'full' | 'partial' | 'unknown';
    }
  | { readonly kind: 'captured' | 'credential-broken' | 'no-label' | 'unreadable' };

/** Value of `data-aigc-badge` on the label, or `null` where none is drawn. */
export type ExpectedBadge = 'confirmed' | 'possible' | 'suspected' | 'broken' | 'captured' | null;

/** A file to be made: its picture, what is written into it and what is to be found there. */
export type Specimen = {
  /** Path below `test/media/`. */
  readonly file: string;
  readonly shows: Bilingual;
  readonly picture: Picture;
  readonly encoding?: Encoding['quality'];
  readonly writers: readonly Writer[];
  /** Signals that are in the file, with where they sit. */
  readonly signals: readonly { readonly signal: string; readonly where: string }[];
  readonly verdict: ExpectedVerdict;
  /** What reading without checking credentials says, where that differs from `verdict`. */
  readonly unverified?: ExpectedVerdict;
  /** What the reader should know about the numbers in it. */
  readonly note?: string;
};

/** Landscape picture of the usual size. */
export function wide(motif: Picture['motif'], palette: number, seed: number): Picture {
  return { motif, palette, seed, width: 960, height: 640 };
}

/** Smaller landscape picture, for PNG and for series. */
export function small(motif: Picture['motif'], palette: number, seed: number): Picture {
  return { motif, palette, seed, width: 600, height: 400 };
}
