import type { Kit, Scene } from './kit';

/** Waves under a low sun. Palette: sky top, sky low, sun, far water, near water, foam. */
export const SEA: Scene = [sea];

function sea(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [top = '', low = '', sun = '', far = '', near = '', foam = ''] = palette;
  const horizon = h * 0.42;
  kit.wash([top, kit.mix(top, low, 0.5), low], 0, horizon);
  for (let i = 0; i < 9; i++) {
    ctx.save();
    ctx.filter = `blur(${h / 90}px)`;
    ctx.fillStyle = kit.fade(kit.mix(low, '#ffffff', 0.35), kit.between(0.12, 0.34));
    ctx.beginPath();
    ctx.ellipse(
      w * kit.random(),
      horizon * kit.between(0.25, 0.85),
      w * kit.between(0.08, 0.26),
      h * kit.between(0.006, 0.022),
      0,
      0,
      7,
    );
    ctx.fill();
    ctx.restore();
  }
  const sunX = w * kit.between(0.34, 0.66);
  kit.glow(sunX, horizon, h * 0.5, sun, 0.62);
  ctx.fillStyle = kit.mix(sun, '#ffffff', 0.5);
  ctx.beginPath();
  ctx.arc(sunX, horizon - h * 0.045, h * 0.06, 0, Math.PI * 2);
  ctx.fill();
  kit.wash([far, kit.mix(far, near, 0.5), near], horizon, h);
  for (let i = 0; i < 260; i++) {
    const depth = kit.random() ** 1.5;
    const y = horizon + depth * (h - horizon);
    const reach = w * (0.03 + depth * 0.2);
    const x = sunX + (kit.random() + kit.random() - 1) * reach;
    ctx.fillStyle = kit.fade(kit.mix(sun, '#ffffff', 0.45), kit.between(0.15, 0.7) * (1 - depth * 0.5));
    ctx.fillRect(x, y, w * kit.between(0.004, 0.012 + depth * 0.045), 1 + depth * 2.2);
  }
  for (let i = 0; i < 15; i++) {
    const depth = (i + 1) / 15;
    const y = horizon + depth ** 1.7 * (h - horizon) * 1.02;
    const swell = h * 0.008 + depth * h * 0.03;
    const scale = (9 - depth * 5.5) / w;
    const crest = (x: number) => y - swell * kit.noise(x * scale, i * 6);
    const fill = ctx.createLinearGradient(0, y - swell, 0, y + swell * 2.4);
    fill.addColorStop(0, kit.fade(kit.mix(far, foam, 0.28), 0.5));
    fill.addColorStop(1, kit.fade(kit.mix(near, '#000000', 0.12), 0.05));
    kit.under(crest, y + swell * 2.4, fill);
    if (i % 3 !== 2) continue;
    ctx.strokeStyle = kit.fade(foam, 0.16 + depth * 0.3);
    ctx.lineWidth = 0.6 + depth * 1.6;
    ctx.beginPath();
    for (let x = 0; x <= w; x += 3) {
      if (kit.noise((x * 14) / w, i + 90) > 0.52) ctx.lineTo(x, crest(x));
      else ctx.moveTo(x, crest(x));
    }
    ctx.stroke();
  }
}
