import type { Kit, Scene } from './kit';

/** A bowl of fruit and a vase by a window. Palette: wall, light, table, bowl, fruit, leaf. */
export const STILL_LIFE: Scene = [stillLife, branches, vase, fruitBowl, fruit, shadow];

function stillLife(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const [wall = '', light = '', table = ''] = palette;
  const side = Math.min(w, h);
  kit.wash([kit.mix(wall, '#000000', 0.28), wall], 0, h);
  // Window light falling across the wall.
  ctx.save();
  ctx.filter = `blur(${side / 60}px)`;
  ctx.fillStyle = kit.fade(light, 0.3);
  for (const at of [0.08, 0.2]) {
    ctx.beginPath();
    ctx.moveTo(w * at, 0);
    ctx.lineTo(w * (at + 0.1), 0);
    ctx.lineTo(w * (at + 0.36), h * 0.62);
    ctx.lineTo(w * (at + 0.24), h * 0.62);
    ctx.fill();
  }
  ctx.restore();
  const edge = h * 0.66;
  kit.wash([kit.mix(table, light, 0.24), table, kit.mix(table, '#000000', 0.35)], edge, h);
  ctx.fillStyle = kit.fade('#000000', 0.25);
  ctx.fillRect(0, edge, w, 2);
  branches(kit);
  vase(kit);
  fruitBowl(kit);
}

/** Three blossoming branches in the vase. */
function branches(kit: Kit): void {
  const { ctx, width: w, height: h } = kit;
  const side = Math.min(w, h);
  const [, light = '', , , fruits = '', leaf = ''] = kit.palette;
  const vx = w * 0.3;
  const foot = h * 0.8;
  const tall = side * 0.44;
  shadow(kit, vx, foot, side * 0.1);
  ctx.strokeStyle = kit.mix(leaf, '#1c120a', 0.6);
  for (const [bend, long] of [
    [0.5, 0.5],
    [-0.28, 0.42],
    [0.12, 0.56],
  ] as const) {
    ctx.lineWidth = side / 130;
    const tipX = vx + bend * side * 0.42;
    const tipY = foot - tall - long * side * 0.42;
    ctx.beginPath();
    ctx.moveTo(vx, foot - tall);
    ctx.quadraticCurveTo(vx + bend * side * 0.04, tipY + side * 0.12, tipX, tipY);
    ctx.stroke();
    for (let i = 1; i <= 7; i++) {
      const t = i / 7;
      const px = vx + (tipX - vx) * t * t + kit.between(-1, 1) * side * 0.018;
      const py = foot - tall + (tipY - foot + tall) * t;
      ctx.fillStyle = kit.mix(i % 3 === 0 ? fruits : light, '#ffffff', kit.between(0.15, 0.5));
      for (let p = 0; p < 5; p++) {
        const a = (p / 5) * Math.PI * 2 + i;
        ctx.beginPath();
        ctx.arc(px + Math.cos(a) * side * 0.011, py + Math.sin(a) * side * 0.011, side * 0.0105, 0, 7);
        ctx.fill();
      }
    }
  }
}

/** The vase itself. */
function vase(kit: Kit): void {
  const { ctx, width: w, height: h } = kit;
  const side = Math.min(w, h);
  const bowl = kit.palette[3] ?? '';
  const vx = w * 0.3;
  const foot = h * 0.8;
  const tall = side * 0.44;
  const glaze = ctx.createLinearGradient(vx - side * 0.12, 0, vx + side * 0.13, 0);
  glaze.addColorStop(0, kit.mix(bowl, '#ffffff', 0.3));
  glaze.addColorStop(0.3, kit.mix(bowl, '#ffffff', 0.55));
  glaze.addColorStop(1, kit.mix(bowl, '#000000', 0.55));
  ctx.fillStyle = glaze;
  ctx.beginPath();
  ctx.moveTo(vx - side * 0.035, foot - tall);
  ctx.bezierCurveTo(
    vx - side * 0.03,
    foot - tall * 0.78,
    vx - side * 0.15,
    foot - tall * 0.7,
    vx - side * 0.125,
    foot - tall * 0.36,
  );
  ctx.bezierCurveTo(vx - side * 0.11, foot - tall * 0.12, vx - side * 0.06, foot, vx - side * 0.055, foot);
  ctx.lineTo(vx + side * 0.055, foot);
  ctx.bezierCurveTo(
    vx + side * 0.06,
    foot,
    vx + side * 0.11,
    foot - tall * 0.12,
    vx + side * 0.125,
    foot - tall * 0.36,
  );
  ctx.bezierCurveTo(
    vx + side * 0.15,
    foot - tall * 0.7,
    vx + side * 0.03,
    foot - tall * 0.78,
    vx + side * 0.035,
    foot - tall,
  );
  ctx.fill();
}

/** The bowl with five fruits, and one beside it. */
function fruitBowl(kit: Kit): void {
  const { ctx, width: w, height: h } = kit;
  const side = Math.min(w, h);
  const [, , , bowl = '', colour = '', leaf = ''] = kit.palette;
  const bx = w * 0.66;
  const by = h * 0.79;
  const br = side * 0.21;
  shadow(kit, bx, by + br * 0.36, br * 0.8);
  for (const [dx, dy] of [
    [-0.52, -0.24],
    [0.5, -0.22],
    [0, -0.34],
    [-0.24, -0.62],
    [0.3, -0.6],
  ] as const) {
    fruit(
      kit,
      bx + dx * br,
      by + dy * br,
      br * kit.between(0.33, 0.38),
      kit.mix(colour, leaf, kit.random() * 0.14),
    );
  }
  const body = ctx.createLinearGradient(bx - br, 0, bx + br, 0);
  body.addColorStop(0, kit.mix(bowl, '#ffffff', 0.42));
  body.addColorStop(0.4, bowl);
  body.addColorStop(1, kit.mix(bowl, '#000000', 0.6));
  ctx.fillStyle = body;
  ctx.beginPath();
  ctx.ellipse(bx, by - br * 0.12, br, br * 0.56, 0, 0, Math.PI);
  ctx.fill();
  ctx.fillRect(bx - br * 0.36, by + br * 0.36, br * 0.72, br * 0.09);
  fruit(kit, w * 0.86, h * 0.86, side * 0.062, colour);
}

/** One fruit with its leaves. */
function fruit(kit: Kit, x: number, y: number, r: number, colour: string): void {
  const { ctx } = kit;
  const leaf = kit.palette[5] ?? '';
  const shade = ctx.createRadialGradient(x - r * 0.38, y - r * 0.42, r * 0.08, x, y, r * 1.08);
  shade.addColorStop(0, kit.mix(colour, '#ffffff', 0.62));
  shade.addColorStop(0.35, colour);
  shade.addColorStop(1, kit.mix(colour, '#1a0c08', 0.62));
  ctx.fillStyle = shade;
  ctx.beginPath();
  ctx.ellipse(x, y, r, r * 0.9, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = kit.mix(leaf, '#000000', 0.25);
  for (const turn of [-0.9, -0.1, 0.8]) {
    ctx.beginPath();
    ctx.ellipse(x + Math.sin(turn) * r * 0.26, y - r * 0.82, r * 0.26, r * 0.1, turn, 0, Math.PI * 2);
    ctx.fill();
  }
}

/** The soft shadow under a thing on the table. */
function shadow(kit: Kit, x: number, y: number, rx: number): void {
  const { ctx, width: w, height: h } = kit;
  const side = Math.min(w, h);
  ctx.save();
  ctx.filter = `blur(${side / 70}px)`;
  ctx.fillStyle = 'rgba(0,0,0,.42)';
  ctx.beginPath();
  ctx.ellipse(x + rx * 0.25, y, rx * 1.08, rx * 0.16, 0, 0, Math.PI * 2);
  ctx.fill();
  ctx.restore();
}
