import { AURORA } from './aurora';
import { DUNES } from './dunes';
import { INK } from './ink';
import type { Scene } from './kit';
import { LOTUS } from './lotus';
import { MOUNTAINS } from './mountains';
import { NIGHT_CITY } from './night-city';
import { PAPER_CUT } from './paper-cut';
import { ROOFTOPS } from './rooftops';
import { SEA } from './sea';
import { STILL_LIFE } from './still-life';

/** A motif: the scene and the palettes it has been tuned for. */
type Motif = { readonly scene: Scene; readonly palettes: readonly (readonly string[])[] };

export const MOTIFS = {
  aurora: {
    scene: AURORA,
    palettes: [
      ['#050a1c', '#0e2a44', '#3ff0a8', '#8f6cff', '#04101c', '#03121f'],
      ['#0a0620', '#2a1846', '#5ee6ff', '#ff6fb5', '#0a0716', '#080a1e'],
    ],
  },
  dunes: {
    scene: DUNES,
    palettes: [
      ['#7fb0c9', '#f3d9b1', '#fff1c9', '#e2a765', '#7a4a2c'],
      ['#2b2350', '#e58a72', '#ffd9a8', '#c96f4a', '#4a2238'],
    ],
  },
  ink: {
    scene: INK,
    palettes: [
      ['#efe8d8', '#20242a', '#c0392b'],
      ['#e9ecea', '#16302f', '#d0633f'],
    ],
  },
  lotus: {
    scene: LOTUS,
    palettes: [
      ['#0d3b3e', '#2f7f78', '#1f5d3a', '#6fae5a', '#ef8fb0'],
      ['#1a2b4c', '#4a76a0', '#2c5a52', '#87b48a', '#f5d6e0'],
    ],
  },
  mountains: {
    scene: MOUNTAINS,
    palettes: [
      ['#6fa3c8', '#f6dcc0', '#fff0cf', '#a9bfd0', '#1f3a4a'],
      ['#2c2a5a', '#f08a6a', '#ffd9a0', '#a06a8a', '#1c1838'],
      ['#bcd4d0', '#f3efe0', '#ffffff', '#b4ccc6', '#2b5148'],
      ['#14233f', '#5f84a6', '#e8f1ff', '#4a6a8c', '#0a1626'],
    ],
  },
  nightCity: {
    scene: NIGHT_CITY,
    palettes: [
      ['#070b1e', '#3d3560', '#1c2146', '#090d20', '#ffd27a', '#f6efd9'],
      ['#0b1026', '#a0526a', '#3a2450', '#120c24', '#ffe0a3', '#ffe9d2'],
    ],
  },
  paperCut: {
    scene: PAPER_CUT,
    palettes: [
      ['#16324f', '#1f4e79', '#2f7ea6', '#6fb7c8', '#f0d9a8'],
      ['#4a1530', '#8a2846', '#c94f5a', '#ee8f6a', '#f9d8a0'],
      ['#143a32', '#1f5e4c', '#3c8f6c', '#86bf8c', '#f1ecc4'],
    ],
  },
  rooftops: {
    scene: ROOFTOPS,
    palettes: [
      ['#25305c', '#e79a76', '#5b5a78', '#26283c', '#f0603c', '#ffd480'],
      ['#8fb3bd', '#f2e3c6', '#8a8f8c', '#3a4345', '#d8452e', '#ffe2a0'],
    ],
  },
  sea: {
    scene: SEA,
    palettes: [
      ['#2a3d6b', '#f5a978', '#ffdf9e', '#7a6f8e', '#12304a', '#fbe9d0'],
      ['#8cc3df', '#f3efe2', '#fff6d8', '#5aa0ba', '#0d4a68', '#ffffff'],
    ],
  },
  stillLife: {
    scene: STILL_LIFE,
    palettes: [
      ['#6d7a70', '#f7e6be', '#8a5a38', '#35566b', '#e0742f', '#4f6b3a'],
      ['#4a4452', '#f2cfa4', '#5a3a30', '#b9b2a0', '#b8303a', '#52633c'],
    ],
  },
} as const satisfies Record<string, Motif>;
export type MotifId = keyof typeof MOTIFS;
