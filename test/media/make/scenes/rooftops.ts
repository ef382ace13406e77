import type { Kit, Scene } from './kit';

/** Tiled roofs and lanterns in the evening. Palette: sky top, sky low, far roofs, near roofs, lantern, window. */
export const ROOFTOPS: Scene = [rooftops, house, windows, roof, lanterns];

function rooftops(kit: Kit): void {
  const { width: w, height: h, palette } = kit;
  const [top = '', low = '', far = '', near = ''] = palette;
  kit.wash([top, kit.mix(top, low, 0.6), low], 0, h);
  kit.under((x) => h * (0.52 - 0.2 * kit.noise((x * 2.4) / w, 3)), h, kit.mix(low, far, 0.35));
  kit.under((x) => h * (0.58 - 0.16 * kit.noise((x * 3.4) / w, 9)), h, kit.mix(low, far, 0.6));
  for (let row = 0; row < 4; row++) {
    const depth = row / 3;
    const wide = w * (0.13 + depth * 0.13);
    for (let x = -wide * kit.random(); x < w; x += wide * kit.between(1.02, 1.22)) {
      house(
        kit,
        x,
        h * (0.56 + depth * 0.26) + h * kit.between(-0.03, 0.03),
        wide,
        kit.mix(far, near, depth),
        depth > 0.2,
      );
    }
  }
  lanterns(kit);
}

/** One house from its eaves down, and its roof. */
function house(kit: Kit, x: number, eaves: number, wide: number, colour: string, lit: boolean): void {
  const { ctx, height: h } = kit;
  ctx.fillStyle = kit.mix(colour, '#000000', 0.22);
  ctx.fillRect(x + wide * 0.1, eaves, wide * 0.8, h - eaves);
  if (lit) windows(kit, x, eaves, wide, colour);
  roof(kit, x, eaves, wide, colour);
}

/** Up to three lit windows. */
function windows(kit: Kit, x: number, eaves: number, wide: number, colour: string): void {
  const { ctx } = kit;
  const pane = kit.palette[5] ?? '';
  for (let i = 0; i < 3; i++) {
    if (kit.random() < 0.25) continue;
    const px = x + wide * (0.2 + i * 0.22);
    kit.glow(px + wide * 0.08, eaves + wide * 0.22, wide * 0.26, pane, 0.35);
    ctx.fillStyle = pane;
    ctx.fillRect(px, eaves + wide * 0.12, wide * 0.16, wide * 0.2);
    ctx.fillStyle = kit.mix(colour, '#000000', 0.3);
    ctx.fillRect(px + wide * 0.074, eaves + wide * 0.12, wide * 0.014, wide * 0.2);
    ctx.fillRect(px, eaves + wide * 0.21, wide * 0.16, wide * 0.014);
  }
}

/** A roof with raised eaves, its tiles and its ridge. */
function roof(kit: Kit, x: number, eaves: number, wide: number, colour: string): void {
  const { ctx } = kit;
  const rise = wide * 0.3;
  const tiles = ctx.createLinearGradient(0, eaves - rise, 0, eaves + 4);
  tiles.addColorStop(0, kit.mix(colour, '#ffffff', 0.1));
  tiles.addColorStop(1, kit.mix(colour, '#000000', 0.32));
  ctx.fillStyle = tiles;
  ctx.beginPath();
  ctx.moveTo(x - wide * 0.1, eaves - rise * 0.1);
  ctx.quadraticCurveTo(x + wide * 0.16, eaves - rise * 0.28, x + wide * 0.24, eaves - rise);
  ctx.lineTo(x + wide * 0.76, eaves - rise);
  ctx.quadraticCurveTo(x + wide * 0.84, eaves - rise * 0.28, x + wide * 1.1, eaves - rise * 0.1);
  ctx.quadraticCurveTo(x + wide * 0.5, eaves + rise * 0.16, x - wide * 0.1, eaves - rise * 0.1);
  ctx.fill();
  ctx.strokeStyle = kit.fade('#000000', 0.16);
  ctx.lineWidth = 1;
  for (let t = 0.28; t < 0.74; t += 0.045) {
    ctx.beginPath();
    ctx.moveTo(x + wide * t, eaves - rise);
    ctx.lineTo(x + wide * (0.5 + (t - 0.5) * 2.1), eaves - rise * 0.02);
    ctx.stroke();
  }
  ctx.fillStyle = kit.mix(colour, '#000000', 0.4);
  ctx.fillRect(x + wide * 0.22, eaves - rise - wide * 0.025, wide * 0.56, wide * 0.035);
}

/** A rope across the sky with seven lanterns. */
function lanterns(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [, , , near = '', lantern = ''] = palette;
  ctx.strokeStyle = kit.mix(near, '#000000', 0.5);
  ctx.lineWidth = 1.4;
  const rope = (x: number) => h * 0.22 + h * 0.13 * Math.sin((x / w) * Math.PI);
  ctx.beginPath();
  ctx.moveTo(0, rope(0));
  for (let x = 0; x <= w; x += 6) ctx.lineTo(x, rope(x));
  ctx.stroke();
  for (let i = 1; i < 8; i++) {
    const x = (w * i) / 8;
    const y = rope(x) + h * 0.05;
    const r = h * 0.028;
    kit.glow(x, y, r * 4, lantern, 0.5);
    ctx.fillStyle = kit.mix(lantern, '#ffffff', 0.2);
    ctx.beginPath();
    ctx.ellipse(x, y, r, r * 1.12, 0, 0, 7);
    ctx.fill();
    ctx.fillStyle = kit.mix(lantern, '#000000', 0.45);
    ctx.fillRect(x - r * 0.4, y - r * 1.3, r * 0.8, r * 0.28);
    ctx.fillRect(x - r * 0.4, y + r * 1.04, r * 0.8, r * 0.28);
  }
}
