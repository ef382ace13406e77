import type { Kit, Scene } from './kit';

/** Ridges in mist, one behind the other. Palette: sky top, sky low, sun, far ridge, near ridge. */
export const MOUNTAINS: Scene = [mountains];

function mountains(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [top = '', low = '', sun = '', far = '', near = ''] = palette;
  kit.wash([top, kit.mix(top, low, 0.55), low], 0, h);
  const sunX = w * kit.between(0.28, 0.72);
  const sunY = h * kit.between(0.26, 0.36);
  kit.glow(sunX, sunY, h * 0.55, sun, 0.55);
  ctx.fillStyle = kit.mix(sun, '#ffffff', 0.55);
  ctx.beginPath();
  ctx.arc(sunX, sunY, h * 0.052, 0, Math.PI * 2);
  ctx.fill();
  const layers = 7;
  for (let i = 0; i < layers; i++) {
    const depth = i / (layers - 1);
    const base = h * (0.44 + depth * 0.5);
    const rise = h * (0.3 - depth * 0.13);
    const scale = (1.6 + depth * 2.6) / w;
    const curve = (x: number) => {
      const ridge = 1 - Math.abs(kit.noise(x * scale * 1.6, i * 3) * 2 - 1);
      return base - rise * (kit.noise(x * scale, i * 5 + 1) * 0.62 + ridge * 0.42) + h * 0.09;
    };
    const colour = kit.mix(far, near, depth ** 1.25);
    const fill = ctx.createLinearGradient(0, base - rise, 0, base + h * 0.22);
    fill.addColorStop(0, colour);
    fill.addColorStop(1, kit.mix(colour, low, 0.62 * (1 - depth) + 0.05));
    kit.under(curve, h, fill);
    if (i < layers - 1 && i > 1) kit.glow(w * kit.random(), base + h * 0.05, w * 0.34, low, 0.16);
    if (i < layers - 2) continue;
    // A row of firs along the two nearest ridges.
    ctx.fillStyle = kit.mix(colour, '#000000', 0.2);
    for (let x = 0; x < w; x += kit.between(5, 14)) {
      if (kit.noise(x * 9 * (1 / w), i + 40) < 0.42) continue;
      const tall = h * kit.between(0.025, 0.06) * (0.7 + depth * 0.5);
      const y = curve(x) + 3;
      ctx.beginPath();
      ctx.moveTo(x, y - tall);
      ctx.lineTo(x - tall * 0.2, y);
      ctx.lineTo(x + tall * 0.2, y);
      ctx.fill();
    }
  }
}
