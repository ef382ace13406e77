import type { Kit, Scene } from './kit';

/** A skyline over water. Palette: sky top, horizon, far towers, near towers, window light, moon. */
export const NIGHT_CITY: Scene = [nightCity, towers, windows, water];

function nightCity(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [top = '', horizon = '', far = '', near = '', , moon = ''] = palette;
  const shore = h * 0.7;
  kit.wash([top, kit.mix(top, horizon, 0.45), horizon], 0, shore);
  for (let i = 0; i < w * 0.16; i++) {
    ctx.fillStyle = kit.fade('#ffffff', kit.between(0.08, 0.55));
    ctx.fillRect(w * kit.random(), shore * 0.62 * kit.random(), 1.2, 1.2);
  }
  const moonX = w * kit.between(0.16, 0.84);
  kit.glow(moonX, h * 0.17, h * 0.3, moon, 0.4);
  ctx.fillStyle = moon;
  ctx.beginPath();
  ctx.arc(moonX, h * 0.17, h * 0.042, 0, Math.PI * 2);
  ctx.fill();
  towers(kit, { depth: 0, colour: far, low: 0.1, tall: 0.3, lit: 0.16 });
  towers(kit, { depth: 0.5, colour: kit.mix(far, near, 0.55), low: 0.12, tall: 0.38, lit: 0.24 });
  towers(kit, { depth: 1, colour: near, low: 0.05, tall: 0.26, lit: 0.3 });
  water(kit, shore);
}

type Row = { depth: number; colour: string; low: number; tall: number; lit: number };

/** One row of towers, `low` to `tall` of the picture's height, a share `lit` of its windows lit. */
function towers(kit: Kit, { depth, colour, low, tall, lit }: Row): void {
  const { ctx, width: w, height: h } = kit;
  const horizon = kit.palette[1] ?? '';
  const shore = h * 0.7;
  for (let x = -10; x < w + 10; ) {
    const wide = Math.round(kit.between(0.03, 0.075) * w * (0.6 + depth * 0.5));
    const rise = h * kit.between(low, tall) * (kit.random() < 0.12 ? 1.35 : 1);
    const roof = shore - rise;
    const face = ctx.createLinearGradient(0, roof, 0, shore);
    face.addColorStop(0, colour);
    face.addColorStop(1, kit.mix(colour, horizon, 0.28 * (1 - depth)));
    ctx.fillStyle = face;
    ctx.fillRect(x, roof, wide, rise);
    if (kit.random() < 0.35) ctx.fillRect(x + wide * 0.48, roof - h * 0.045, 2, h * 0.045);
    if (kit.random() < 0.3) ctx.fillRect(x + wide * 0.25, roof - h * 0.014, wide * 0.5, h * 0.015);
    windows(kit, { x, roof, wide, lit });
    x += wide + Math.round(kit.between(0, 0.014) * w);
  }
}

type Face = { x: number; roof: number; wide: number; lit: number };

/** The lit windows of one tower. */
function windows(kit: Kit, { x, roof, wide, lit }: Face): void {
  const { ctx, height: h } = kit;
  const light = kit.palette[4] ?? '';
  const shore = h * 0.7;
  const step = Math.max(5, Math.round(h * 0.0125));
  for (let y = roof + step; y < shore - step; y += step) {
    for (let wx = x + step * 0.7; wx < x + wide - step; wx += step) {
      if (kit.random() > lit) continue;
      ctx.fillStyle = kit.fade(kit.mix(light, '#ffffff', kit.random() * 0.4), kit.between(0.35, 0.95));
      ctx.fillRect(Math.round(wx), Math.round(y), Math.max(2, step * 0.42), Math.max(2, step * 0.5));
    }
  }
}

/** The water: the city upside down, drawn in shifting strips. */
function water(kit: Kit, shore: number): void {
  const { ctx, width: w, height: h } = kit;
  const top = kit.palette[0] ?? '';
  const depth = h - shore;
  for (let y = 0; y < depth; y += 3) {
    const from = shore - 1 - (y / depth) * shore * 0.62;
    const shift = Math.sin(y * 0.42 + kit.random() * 2) * (1 + (y / depth) * 9);
    ctx.globalAlpha = 0.62 - (y / depth) * 0.34;
    ctx.drawImage(ctx.canvas, 0, from - 3, w, 3, shift, shore + y, w, 3.6);
  }
  ctx.globalAlpha = 1;
  const veil = ctx.createLinearGradient(0, shore, 0, h);
  veil.addColorStop(0, kit.fade(top, 0.15));
  veil.addColorStop(1, kit.fade(top, 0.72));
  ctx.fillStyle = veil;
  ctx.fillRect(0, shore, w, depth);
}
