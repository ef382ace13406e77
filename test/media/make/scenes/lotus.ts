import type { Kit, Scene } from './kit';

/** A pond with leaves and flowers, seen from above. Palette: water dark, water light, leaf dark, leaf light, flower. */
export const LOTUS: Scene = [lotus, leaf, bloom];

function lotus(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [deep = '', shallow = '', dark = '', bright = ''] = palette;
  const side = Math.min(w, h);
  kit.wash([deep, kit.mix(deep, shallow, 0.6), deep], 0, h);
  for (let i = 0; i < 40; i++) {
    ctx.strokeStyle = kit.fade(shallow, kit.between(0.08, 0.3));
    ctx.lineWidth = kit.between(0.6, 1.6);
    ctx.beginPath();
    ctx.ellipse(
      w * kit.random(),
      h * kit.random(),
      side * kit.between(0.03, 0.2),
      side * kit.between(0.01, 0.06),
      0,
      0,
      7,
    );
    ctx.stroke();
  }
  const spots = Array.from({ length: 26 }, () => [w * kit.random(), h * kit.random()] as const);
  for (const [x, y] of spots.toSorted((a, b) => a[1] - b[1])) {
    leaf(
      kit,
      x,
      y,
      side * kit.between(0.07, 0.17),
      kit.between(0, 6.28),
      kit.mix(dark, bright, kit.random()),
    );
  }
  for (const [fx, fy] of [
    [0.3, 0.38],
    [0.7, 0.6],
    [0.5, 0.82],
  ] as const) {
    bloom(
      kit,
      w * (fx + kit.between(-0.08, 0.08)),
      h * (fy + kit.between(-0.05, 0.05)),
      side * kit.between(0.1, 0.135),
    );
  }
}

/** A leaf lying on the water, its notch turned by `notch` radians. */
function leaf(kit: Kit, x: number, y: number, r: number, notch: number, colour: string): void {
  const { ctx } = kit;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1, 0.62);
  ctx.rotate(notch);
  ctx.shadowColor = 'rgba(0,20,20,.45)';
  ctx.shadowBlur = r * 0.2;
  ctx.shadowOffsetY = r * 0.12;
  const fill = ctx.createRadialGradient(-r * 0.2, -r * 0.2, r * 0.05, 0, 0, r);
  fill.addColorStop(0, kit.mix(colour, '#ffffff', 0.24));
  fill.addColorStop(1, kit.mix(colour, '#000000', 0.24));
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.arc(0, 0, r, 0.14, Math.PI * 2 - 0.14);
  ctx.closePath();
  ctx.fill();
  ctx.shadowColor = 'transparent';
  ctx.strokeStyle = kit.fade(kit.mix(colour, '#ffffff', 0.5), 0.35);
  ctx.lineWidth = Math.max(0.6, r / 60);
  for (let a = 0.5; a < 6; a += 0.52) {
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.quadraticCurveTo(
      Math.cos(a) * r * 0.5,
      Math.sin(a) * r * 0.56,
      Math.cos(a) * r * 0.94,
      Math.sin(a) * r * 0.94,
    );
    ctx.stroke();
  }
  ctx.restore();
}

/** An open flower of three rings of petals. */
function bloom(kit: Kit, x: number, y: number, r: number): void {
  const { ctx } = kit;
  const flower = kit.palette[4] ?? '';
  for (const [count, long, pale, lift] of [
    [9, 1, 0.1, 0],
    [7, 0.78, 0.4, 0.08],
    [5, 0.5, 0.68, 0.14],
  ] as const) {
    for (let p = 0; p < count; p++) {
      const a = (p / count) * Math.PI * 2 + count;
      ctx.save();
      ctx.translate(x, y - r * lift);
      ctx.scale(1, 0.72);
      ctx.rotate(a);
      ctx.fillStyle = kit.mix(flower, '#ffffff', pale);
      ctx.strokeStyle = kit.fade(kit.mix(flower, '#400020', 0.3), 0.35);
      ctx.lineWidth = 0.8;
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.quadraticCurveTo(r * 0.34 * long, -r * 0.42 * long, 0, -r * long);
      ctx.quadraticCurveTo(-r * 0.34 * long, -r * 0.42 * long, 0, 0);
      ctx.fill();
      ctx.stroke();
      ctx.restore();
    }
  }
  ctx.fillStyle = '#f2c75a';
  ctx.beginPath();
  ctx.ellipse(x, y - r * 0.16, r * 0.17, r * 0.12, 0, 0, 7);
  ctx.fill();
}
