import { describe, expect, it } from 'vitest';
import { pictureBox } from '../../../lib/page/picture-box';

const box = { x: 10, y: 20, width: 400, height: 200 };
const natural = { width: 100, height: 100 };
const shown = (objectFit: string, objectPosition = '50% 50%') =>
  ({ objectFit, objectPosition, edges: [0, 0, 0, 0] }) as const;

describe('pictureBox', () => {
  it.each(['fill', 'cover', ''])('is the whole box for object-fit %s', (objectFit) => {
    expect(pictureBox(box, natural, shown(objectFit))).toEqual(box);
  });

  it('leaves out border and padding', () => {
    const edged = { ...shown('fill'), edges: [1, 2, 3, 4] } as const;
    expect(pictureBox(box, natural, edged)).toEqual({ x: 14, y: 21, width: 394, height: 196 });
  });

  it.each([
    ['50% 50%', 110],
    ['0% 0%', 10],
    ['100% 50%', 210],
    ['30px 0px', 40],
    ['calc(1px + 2%) 0px', 110],
  ])('leaves out the bars of contain at %s', (position, x) => {
    expect(pictureBox(box, natural, shown('contain', position))).toEqual({
      x,
      y: 20,
      width: 200,
      height: 200,
    });
  });

  it('does not enlarge for scale-down and none', () => {
    const small = { x: 160, y: 70, width: 100, height: 100 };
    expect(pictureBox(box, natural, shown('scale-down'))).toEqual(small);
    expect(pictureBox(box, natural, shown('none'))).toEqual(small);
  });

  it('shrinks for scale-down, and is cut by the box for none', () => {
    const large = { width: 800, height: 800 };
    expect(pictureBox(box, large, shown('scale-down'))).toEqual({ x: 110, y: 20, width: 200, height: 200 });
    expect(pictureBox(box, large, shown('none'))).toEqual(box);
  });

  it('is the content box where the natural size is unknown', () => {
    expect(pictureBox(box, { width: 0, height: 0 }, shown('contain'))).toEqual(box);
  });
});
