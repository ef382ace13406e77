/** What a scene paints with. It lives in the browser: see `paint-pictures.ts`. */
export type Kit = {
  readonly ctx: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Colours of this picture, from far to near or as the scene says; CSS hex. */
  readonly palette: readonly string[];
  /** Next number of the seeded sequence, 0 ≤ n < 1. */
  random(): number;
  /** Next number between `low` and `high`. */
  between(low: number, high: number): number;
  /** Smooth noise over one axis, 0…1; `lane` gives independent curves. */
  noise(x: number, lane: number): number;
  /** Colour between two hex colours. */
  mix(from: string, to: string, share: number): string;
  /** The same hex colour with an opacity. */
  fade(colour: string, alpha: number): string;
  /** Fills a rectangle with a vertical gradient. */
  wash(stops: readonly string[], top: number, bottom: number): void;
  /** Fills the area under a curve, down to `bottom`. */
  under(curve: (x: number) => number, bottom: number, fill: string | CanvasGradient): void;
  /** A soft round light. */
  glow(x: number, y: number, radius: number, colour: string, alpha: number): void;
};

/**
 * The functions of one scene: the first paints it with a kit, the others are those it calls. They are sent into the
 * browser as source text, so they use nothing but their kit and one another.
 */
// biome-ignore lint/suspicious/noExplicitAny: the functions behind the first take what the first gives them.
export type Scene = readonly [(kit: Kit) => void, ...((kit: Kit, ...rest: any[]) => void)[]];

/** Builds the kit; this and the functions below are sent as source text too. */
export function makeKit(canvas: HTMLCanvasElement, seed: number, palette: readonly string[]): Kit {
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { width, height } = canvas;
  const random = seededRandom(seed);
  return {
    ctx,
    width,
    height,
    palette,
    random,
    between: (low, high) => low + (high - low) * random(),
    noise: seededNoise(seed),
    mix: mixColours,
    fade: (colour, alpha) => `rgba(${channels(colour).join(',')},${alpha})`,
    ...brushes(ctx, width),
  };
}

/** Mulberry32: a small generator whose sequence depends on the seed alone. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Value noise of three octaves. */
function seededNoise(seed: number): Kit['noise'] {
  const lattice = (index: number, lane: number) => {
    const wave = Math.sin(index * 127.1 + lane * 311.7 + seed * 0.137) * 43758.5453;
    return wave - Math.floor(wave);
  };
  const smooth = (x: number, lane: number) => {
    const cell = Math.floor(x);
    const t = x - cell;
    const eased = t * t * (3 - 2 * t);
    return lattice(cell, lane) * (1 - eased) + lattice(cell + 1, lane) * eased;
  };
  return (x, lane) =>
    smooth(x, lane) * 0.55 + smooth(x * 2.1, lane + 7) * 0.28 + smooth(x * 4.7, lane + 13) * 0.17;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function mixColours(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  const byte = (i: number) => Math.round((a[i] ?? 0) + ((b[i] ?? 0) - (a[i] ?? 0)) * share);
  return `#${[0, 1, 2].map((i) => byte(i).toString(16).padStart(2, '0')).join('')}`;
}

function brushes(ctx: CanvasRenderingContext2D, width: number): Pick<Kit, 'wash' | 'under' | 'glow'> {
  return {
    wash: (stops, top, bottom) => {
      const gradient = ctx.createLinearGradient(0, top, 0, bottom);
      for (const [i, stop] of stops.entries()) gradient.addColorStop(i / Math.max(1, stops.length - 1), stop);
      ctx.fillStyle = gradient;
      ctx.fillRect(0, top, width, bottom - top);
    },
    under: (curve, bottom, fill) => {
      ctx.beginPath();
      ctx.moveTo(-2, bottom);
      for (let x = -2; x <= width + 2; x += 2) ctx.lineTo(x, curve(x));
      ctx.lineTo(width + 2, bottom);
      ctx.fillStyle = fill;
      ctx.fill();
    },
    glow: (x, y, radius, colour, alpha) => {
      const rgb = channels(colour).join(',');
      const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
      gradient.addColorStop(0, `rgba(${rgb},${alpha})`);
      gradient.addColorStop(1, `rgba(${rgb},0)`);
      ctx.fillStyle = gradient;
      ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    },
  };
}

/** Everything a kit is built of, in the order it is sent. */
export const KIT_PARTS = [makeKit, seededRandom, seededNoise, channels, mixColours, brushes] as const;
