import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 420;
const HEIGHT = 280;

/** A quiet made-up landscape as PNG, another one for each name. */
export function samplePicture(name: string): Buffer {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0) * 37, 0);
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(pixel(x, y, hue), y * (WIDTH * 3 + 1) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(x: number, y: number, hue: number): readonly [number, number, number] {
  const ridge = HEIGHT * 0.58 + Math.sin(x / 41 + hue) * 26 + Math.sin(x / 17 + hue * 2) * 9;
  const hill = HEIGHT * 0.8 + Math.sin(x / 70 + hue * 3) * 18;
  const shade = y > hill ? 0.3 : y > ridge ? 0.55 : 1 - y / HEIGHT / 2.4;
  const tint = (phase: number) => 150 + 80 * Math.sin(hue / 90 + phase + (y > ridge ? 1 : 0));
  return [tint(0) * shade, tint(1.4) * shade, tint(2.6) * shade];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, data.length + 8);
  return out;
}
