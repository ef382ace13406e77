import type { Kit, Scene } from './kit';

/** Dunes with their shaded sides, and a line of travellers. Palette: sky top, sky low, sun, lit sand, shaded sand. */
export const DUNES: Scene = [dunes];

function dunes(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [top = '', low = '', sun = '', lit = '', shaded = ''] = palette;
  kit.wash([top, low], 0, h * 0.62);
  const sunX = w * kit.between(0.62, 0.82);
  kit.glow(sunX, h * 0.2, h * 0.42, sun, 0.5);
  ctx.fillStyle = kit.mix(sun, '#ffffff', 0.6);
  ctx.beginPath();
  ctx.arc(sunX, h * 0.2, h * 0.05, 0, 7);
  ctx.fill();
  for (let i = 0; i < 5; i++) {
    const depth = i / 4;
    const base = h * (0.5 + depth * 0.36);
    const rise = h * (0.075 + depth * 0.1);
    const phase = kit.between(0, 6.28);
    const waves = kit.between(1.1, 1.7) - depth * 0.35;
    // A dune climbs slowly and falls steeply: a leaning sine.
    const crest = (x: number) => {
      const turn = (x / w) * waves * Math.PI * 2 + phase;
      return (
        base -
        rise * (Math.sin(turn + 0.62 * Math.sin(turn)) * 0.5 + 0.5) -
        rise * 0.2 * Math.sin(turn * 0.37)
      );
    };
    const sand = kit.mix(kit.mix(lit, low, 0.5 * (1 - depth)), lit, depth);
    const fill = ctx.createLinearGradient(0, base - rise, 0, base + h * 0.3);
    fill.addColorStop(0, kit.mix(sand, '#ffffff', 0.16));
    fill.addColorStop(1, kit.mix(sand, shaded, 0.42));
    kit.under(crest, h, fill);
    // The side turned from the sun, darkest below the steepest part of the crest.
    const dark = kit.mix(shaded, low, 0.4 * (1 - depth));
    for (let x = 0; x < w; x += 2) {
      const slope = Math.max(0, (crest(x + 4) - crest(x - 4)) / 8);
      if (slope === 0) continue;
      const y = crest(x);
      const reach = h * 0.34 * Math.min(1, slope * 3.2);
      const shade = ctx.createLinearGradient(0, y, 0, y + reach);
      shade.addColorStop(0, kit.fade(dark, Math.min(0.66, slope * 2.6)));
      shade.addColorStop(1, kit.fade(dark, 0));
      ctx.fillStyle = shade;
      ctx.fillRect(x, y - 0.5, 2, reach);
    }
    if (i !== 2) continue;
    ctx.fillStyle = kit.mix(shaded, '#000000', 0.55);
    const start = w * kit.between(0.12, 0.3);
    for (let person = 0; person < 6; person++) {
      const x = start + person * w * 0.028;
      const y = crest(x);
      const tall = h * 0.026;
      ctx.beginPath();
      ctx.ellipse(x, y - tall * 0.45, tall * 0.24, tall * 0.52, 0, 0, 7);
      ctx.arc(x, y - tall * 1.1, tall * 0.19, 0, 7);
      ctx.fill();
    }
  }
}
