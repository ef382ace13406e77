import type { Kit, Scene } from './kit';

/** Ink wash on paper: peaks, water, a boat. Palette: paper, ink, sun. */
export const INK: Scene = [ink, peaks, reeds, boat, ripples];

function ink(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [paper = '', , red = ''] = palette;
  kit.wash([kit.mix(paper, '#ffffff', 0.35), paper, kit.mix(paper, '#8a7a5c', 0.12)], 0, h);
  const side = Math.min(w, h);
  ctx.fillStyle = kit.fade(red, 0.86);
  ctx.beginPath();
  ctx.arc(w * kit.between(0.66, 0.8), h * kit.between(0.18, 0.26), side * 0.062, 0, Math.PI * 2);
  ctx.fill();
  peaks(kit);
  reeds(kit);
  boat(kit);
  ripples(kit);
}

/** Peaks that dissolve into mist at their feet. */
function peaks(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [, black = ''] = palette;
  const side = Math.min(w, h);
  for (let i = 0; i < 6; i++) {
    const depth = i / 5;
    const base = h * (0.5 + depth * 0.2);
    const centre = w * (i % 2 === 0 ? kit.between(0.05, 0.42) : kit.between(0.58, 0.98));
    const spread = w * kit.between(0.16, 0.3);
    const rise = h * kit.between(0.2, 0.42) * (1 - depth * 0.35);
    const curve = (x: number) => {
      const bell = Math.exp(-(((x - centre) / spread) ** 2));
      return base - rise * bell * (0.72 + 0.5 * kit.noise((x * 9) / w, i * 4)) + h * 0.02;
    };
    const fill = ctx.createLinearGradient(0, base - rise, 0, base);
    fill.addColorStop(0, kit.fade(black, 0.16 + depth * 0.5));
    fill.addColorStop(0.45, kit.fade(black, 0.1 + depth * 0.24));
    fill.addColorStop(1, kit.fade(black, 0));
    ctx.filter = `blur(${((1 - depth) * side) / 320 + 0.4}px)`;
    kit.under(curve, base + 1, fill);
    ctx.filter = 'none';
  }
}

/** Reeds of dry brush at the shore. */
function reeds(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [, black = ''] = palette;
  for (let i = 0; i < 70; i++) {
    const x = w * kit.between(0, 0.34) ** 1;
    const y = h * kit.between(0.83, 0.97);
    const lean = kit.between(-0.25, 0.45);
    const tall = h * kit.between(0.03, 0.11);
    ctx.strokeStyle = kit.fade(black, kit.between(0.25, 0.75));
    ctx.lineWidth = kit.between(0.6, 2.2);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.quadraticCurveTo(x + lean * tall * 0.3, y - tall * 0.6, x + lean * tall, y - tall);
    ctx.stroke();
  }
}

/** The boat and its reflection. */
function boat(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [, black = ''] = palette;
  const side = Math.min(w, h);
  const boatX = w * kit.between(0.5, 0.66);
  const boatY = h * 0.8;
  const long = side * 0.13;
  for (const [flip, alpha] of [
    [1, 0.85],
    [-1, 0.16],
  ] as const) {
    ctx.fillStyle = kit.fade(black, alpha);
    ctx.beginPath();
    ctx.moveTo(boatX - long / 2, boatY - flip * long * 0.06);
    ctx.quadraticCurveTo(boatX, boatY + flip * long * 0.16, boatX + long / 2, boatY - flip * long * 0.08);
    ctx.quadraticCurveTo(boatX, boatY + flip * long * 0.05, boatX - long / 2, boatY - flip * long * 0.06);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(boatX - long * 0.05, boatY - flip * long * 0.13, long * 0.075, 0, Math.PI * 2);
    ctx.fill();
    ctx.fillRect(
      boatX - long * 0.09,
      boatY - flip * long * 0.08 - (flip < 0 ? -2 : long * 0.03),
      long * 0.08,
      long * 0.1,
    );
  }
}

/** Strokes of still water. */
function ripples(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [, black = ''] = palette;
  for (let i = 0; i < 26; i++) {
    ctx.strokeStyle = kit.fade(black, kit.between(0.05, 0.16));
    ctx.lineWidth = kit.between(0.6, 1.4);
    const y = h * kit.between(0.76, 0.98);
    const x = w * kit.between(0.1, 0.9);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + w * kit.between(0.03, 0.14), y + kit.between(-1, 1));
    ctx.stroke();
  }
}
