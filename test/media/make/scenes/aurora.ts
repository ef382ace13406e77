import type { Kit, Scene } from './kit';

/** Northern light over a lake. Palette: sky top, sky low, first light, second light, land, water. */
export const AURORA: Scene = [aurora];

function aurora(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [top = '', low = '', first = '', second = '', land = '', water = ''] = palette;
  const shore = h * 0.7;
  kit.wash([top, low], 0, shore);
  for (let i = 0; i < w * 0.22; i++) {
    ctx.fillStyle = kit.fade('#ffffff', kit.between(0.1, 0.8));
    ctx.fillRect(w * kit.random(), shore * kit.random(), 1.1, 1.1);
  }
  ctx.save();
  ctx.globalCompositeOperation = 'lighter';
  ctx.filter = `blur(${h / 150}px)`;
  for (let band = 0; band < 3; band++) {
    const colour = band === 1 ? second : first;
    const rest = h * (0.2 + band * 0.11);
    for (let x = -4; x < w + 4; x += 3) {
      const sway = kit.noise((x * 3.2) / w, band * 8) - 0.5;
      const foot = rest + h * 0.26 * sway + h * 0.08;
      const tall = h * (0.12 + 0.3 * kit.noise((x * 8) / w, band * 8 + 3));
      const strong = 0.75 * kit.noise((x * 13) / w, band * 8 + 5) ** 1.4;
      const ray = ctx.createLinearGradient(0, foot - tall, 0, foot);
      ray.addColorStop(0, kit.fade(colour, 0));
      ray.addColorStop(0.8, kit.fade(colour, strong));
      ray.addColorStop(1, kit.fade(colour, 0));
      ctx.fillStyle = ray;
      ctx.fillRect(x, foot - tall, 3.4, tall);
    }
  }
  ctx.restore();
  for (let i = 0; i < 3; i++) {
    const base = shore - h * (0.06 - i * 0.03);
    const hills = (x: number) =>
      base - h * 0.15 * (1 - i * 0.25) * kit.noise((x * (3 + i * 2)) / w, 30 + i * 4);
    kit.under(hills, shore + 1, kit.mix(kit.mix(land, low, 0.4), land, i / 2));
  }
  const depth = h - shore;
  for (let y = 0; y < depth; y += 2) {
    const shift = Math.sin(y * 0.3) * (y / depth) * 4;
    ctx.globalAlpha = 0.72 - (y / depth) * 0.3;
    ctx.drawImage(ctx.canvas, 0, shore - 2 - y * 1.9, w, 2, shift, shore + y, w, 2.4);
  }
  ctx.globalAlpha = 1;
  const veil = ctx.createLinearGradient(0, shore, 0, h);
  veil.addColorStop(0, kit.fade(water, 0.2));
  veil.addColorStop(1, kit.fade(water, 0.75));
  ctx.fillStyle = veil;
  ctx.fillRect(0, shore, w, depth);
}
