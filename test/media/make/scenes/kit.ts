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

/** Paints one scene. It is sent into the browser as source text, so it uses nothing but its kit. */
export type Scene = (kit: Kit) => void;

/** Builds the kit; also sent as source text. */
export function makeKit(canvas: HTMLCanvasElement, seed: number, palette: readonly string[]): Kit {
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { width, height } = canvas;
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
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
  const kit: Kit = {
    ctx,
    width,
    height,
    palette,
    random,
    between: (low, high) => low + (high - low) * random(),
    noise: (x, lane) =>
      smooth(x, lane) * 0.55 + smooth(x * 2.1, lane + 7) * 0.28 + smooth(x * 4.7, lane + 13) * 0.17,
    mix: (from, to, share) => {
      const a = channels(from);
      const b = channels(to);
      const byte = (i: number) => Math.round((a[i] ?? 0) + ((b[i] ?? 0) - (a[i] ?? 0)) * share);
      return `#${[0, 1, 2].map((i) => byte(i).toString(16).padStart(2, '0')).join('')}`;
    },
    fade: (colour, alpha) => `rgba(${channels(colour).join(',')},${alpha})`,
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
      const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
      gradient.addColorStop(0, kit.fade(colour, alpha));
      gradient.addColorStop(1, kit.fade(colour, 0));
      ctx.fillStyle = gradient;
      ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    },
  };
  return kit;
}
