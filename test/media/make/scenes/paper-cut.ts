import type { Kit, Scene } from './kit';

/** Sheets of cut paper, each with an opening onto the next. Palette: outer sheet … innermost. */
export const PAPER_CUT: Scene = [paperCut];

function paperCut(kit: Kit): void {
  const { ctx, width: w, height: h, palette } = kit;
  const side = Math.min(w, h);
  const cx = w * kit.between(0.42, 0.58);
  const cy = h * kit.between(0.46, 0.56);
  const sheets = palette.length;
  ctx.fillStyle = palette[sheets - 1] ?? '';
  ctx.fillRect(0, 0, w, h);
  kit.glow(cx, cy, side * 0.34, '#ffffff', 0.42);
  // A small moon and three hills on the innermost sheet.
  ctx.fillStyle = kit.mix(palette[sheets - 1] ?? '', '#ffffff', 0.72);
  ctx.beginPath();
  ctx.arc(cx + side * 0.05, cy - side * 0.07, side * 0.05, 0, 7);
  ctx.fill();
  for (let i = 0; i < 3; i++) {
    const base = cy + side * (0.03 + i * 0.045);
    kit.under(
      (x) => base - side * 0.09 * kit.noise((x * (4 + i)) / side, i * 9 + 60),
      h,
      kit.mix(palette[sheets - 1] ?? '', palette[0] ?? '', 0.24 + i * 0.22),
    );
  }
  for (let i = sheets - 2; i >= 0; i--) {
    const radius = side * (0.19 + (sheets - 2 - i) * 0.1);
    const hole = new Path2D();
    const steps = 180;
    for (let s = 0; s <= steps; s++) {
      const angle = (s / steps) * Math.PI * 2;
      const around = Math.cos(angle) * 1.4 + 3;
      const wobble = 0.78 + 0.5 * kit.noise(around + Math.sin(angle) * 1.4, i * 11);
      const x = cx + Math.cos(angle) * radius * wobble * (w / h > 1 ? 1.28 : 1);
      const y = cy + Math.sin(angle) * radius * wobble * (w / h < 1 ? 1.28 : 1);
      if (s === 0) hole.moveTo(x, y);
      else hole.lineTo(x, y);
    }
    hole.closePath();
    const sheet = new Path2D();
    sheet.rect(-40, -40, w + 80, h + 80);
    sheet.addPath(hole);
    ctx.save();
    ctx.shadowColor = 'rgba(10,8,20,.5)';
    ctx.shadowBlur = side * 0.03;
    ctx.shadowOffsetX = side * 0.008;
    ctx.shadowOffsetY = side * 0.014;
    ctx.fillStyle = palette[i] ?? '';
    ctx.fill(sheet, 'evenodd');
    ctx.restore();
  }
}
