import { describe, expect, it } from 'vitest';
import type { Box } from '../../../lib/page/geometry';
import type { Labelled, Measured } from '../../../lib/page/labelled';
import { forgetLook, type Laid, labelStanding } from '../../../lib/page/laid';

const PICTURE: Box = { x: 40, y: 300, width: 400, height: 300 };
const LABEL: Box = { x: 50, y: 310, width: 90, height: 29 };
const LAID: Laid = { shape: PICTURE, cropped: PICTURE, visible: PICTURE, label: LABEL };
const AT_TOP = { x: 0, y: 0, scale: 1 };

/** A labelled picture that was laid out at the top of the page, as it is measured now. */
function measured(shape: Box, visible = shape, cropped = shape, laid: Laid | undefined = LAID): Measured {
  const one = (laid ? { laid } : {}) as unknown as Labelled;
  return { one, rect: {} as DOMRect, shape, clipped: { cropped, visible } };
}

const down = (box: Box, y: number): Box => ({ ...box, y: box.y - y });

describe('labelStanding', () => {
  it('gives the label where it is now on a page that was scrolled', () => {
    const frame = { ...AT_TOP, y: -120 };
    expect(labelStanding(measured(down(PICTURE, 120)), frame)).toEqual({ ...LABEL, y: 190 });
  });

  it('gives the label as large as a zoomed page draws it', () => {
    const twice = { x: 80, y: 600, width: 800, height: 600 };
    const zoomed = { x: 100, y: 620, width: 180, height: 58 };
    expect(labelStanding(measured(twice), { ...AT_TOP, scale: 2 })).toEqual(zoomed);
  });

  it.each([
    ['moved on the page', measured(down(PICTURE, 120)), AT_TOP],
    ['stayed where the page was scrolled', measured(PICTURE), { ...AT_TOP, y: -120 }],
    ['grew', measured({ ...PICTURE, width: 401 }), AT_TOP],
    ['is cut by a scroller', measured(PICTURE, { ...PICTURE, height: 200 }), AT_TOP],
    ['is cropped', measured(PICTURE, PICTURE, { ...PICTURE, width: 300 }), AT_TOP],
  ])('gives nothing for a picture that %s', (_, now, frame) => {
    expect(labelStanding(now, frame)).toBeUndefined();
  });

  it('gives nothing for a picture whose label was not laid out', () => {
    const one = measured(PICTURE);
    forgetLook(one.one);
    expect(labelStanding(one, AT_TOP)).toBeUndefined();
  });
});
