import { inflateSync } from 'node:zlib';
import type { Box } from './browser';

/** What one page of a PDF draws, in CSS pixels from its lower left corner; `y` is the upper edge, counted upwards. */
export type PdfPage = { readonly pictures: readonly Box[]; readonly grounds: readonly Box[] };

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type State = { readonly matrix: Matrix; readonly fill: string };

/** Points of a PDF to the inch, and pixels. */
const PX_PER_POINT = 96 / 72;

/**
 * Where a PDF as Chromium writes it draws pictures, and areas filled with one colour: enough of the drawing operators
 * (ISO 32000-1, Annex A) to tell.
 *
 * @param ground the colour as the file writes it, in three decimals
 */
export function pdfBoxes(pdf: Buffer, ground: string): readonly PdfPage[] {
  return streamsOf(pdf)
    .filter((text) => / Do\b/.test(text) && / cm\b/.test(text))
    .map((text) => new Drawing(ground).read(text));
}

function streamsOf(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    try {
      return [inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')];
    } catch {
      return [];
    }
  });
}

class Drawing {
  private readonly pictures: Box[] = [];
  private readonly grounds: Box[] = [];
  private readonly stack: State[] = [];
  private state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: '' };
  private path: Point[] = [];
  private numbers: number[] = [];

  constructor(private readonly ground: string) {}

  read(text: string): PdfPage {
    for (const [token] of text.matchAll(/[^\s[\]()<>]+/g)) {
      const number = Number(token);
      if (!Number.isNaN(number)) this.numbers.push(number);
      else if (!token.startsWith('/')) {
        this.apply(token);
        this.numbers = [];
      }
    }
    return { pictures: this.pictures, grounds: this.grounds };
  }

  private apply(operator: string): void {
    const last = (count: number) => this.numbers.slice(-count);
    if (operator === 'q') this.stack.push(this.state);
    else if (operator === 'Q') this.state = this.stack.pop() ?? this.state;
    else if (operator === 'cm')
      this.state = { ...this.state, matrix: times(last(6) as unknown as Matrix, this.state.matrix) };
    else if (operator === 'rg') this.state = { ...this.state, fill: last(3).map(inThree).join(' ') };
    else if (operator === 'm' || operator === 'l' || operator === 'c')
      this.to(...(last(2) as [number, number]));
    else if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = last(4);
      this.to(x, y);
      this.to(x + width, y + height);
    } else if (operator === 'f' || operator === 'f*') this.filled();
    else if (operator === 'n') this.path = [];
    else if (operator === 'Do')
      this.pictures.push(
        around(
          [
            [0, 0],
            [1, 1],
          ].map(([x = 0, y = 0]) => this.place(x, y)),
        ),
      );
  }

  private filled(): void {
    if (this.state.fill === this.ground && this.path.length > 0) this.grounds.push(around(this.path));
    this.path = [];
  }

  private to(x: number, y: number): void {
    this.path.push(this.place(x, y));
  }

  private place(x: number, y: number): Point {
    const [a, b, c, d, e, f] = this.state.matrix;
    return [x * a + y * c + e, x * b + y * d + f];
  }
}

const inThree = (value: number): string => value.toFixed(3);

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function around(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x * PX_PER_POINT);
  const ys = points.map(([, y]) => y * PX_PER_POINT);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: left, y: top, width: right - left, height: top - bottom };
}
