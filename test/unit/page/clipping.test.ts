import { describe, expect, it } from 'vitest';
import { type Clipper, type ClipStyle, clip, cutsOf, isContainingBlock } from '../../../lib/page/clipping';
import { FrameReads } from '../../../lib/page/frame-reads';

const STATIC: ClipStyle = {
  display: 'block',
  position: 'static',
  overflowX: 'visible',
  overflowY: 'visible',
  contain: 'none',
  contentVisibility: 'visible',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  filter: 'none',
  backdropFilter: 'none',
  willChange: 'auto',
};
const styled = (style: Partial<ClipStyle>): ClipStyle => ({ ...STATIC, ...style });

describe('cutsOf', () => {
  it.each([
    [{}, false, false, false],
    [{ overflowX: 'hidden', overflowY: 'hidden' }, false, true, true],
    [{ overflowX: 'auto', overflowY: 'scroll' }, true, true, true],
    [{ overflowX: 'clip' }, false, true, false],
    [{ contain: 'paint' }, false, true, true],
    [{ contain: 'content' }, false, true, true],
    [{ contain: 'layout style' }, false, false, false],
    [{ contentVisibility: 'auto' }, false, true, true],
  ])('reads %j', (style, scrolls, across, down) =>
    expect(cutsOf(styled(style))).toEqual({ scrolls, across, down }),
  );

  it.each(['inline', 'contents'])('takes no overflow from a box that is %s', (display) => {
    const hidden = styled({ display, overflowX: 'hidden', overflowY: 'hidden', contain: 'paint' });
    expect(cutsOf(hidden)).toEqual({ scrolls: false, across: false, down: false });
  });
});

describe('isContainingBlock', () => {
  it('holds everything in flow, and what is placed only where it is placed itself', () => {
    const positions = ['static', 'relative', 'sticky', 'absolute', 'fixed'];
    const holding = (style: ClipStyle) => positions.filter((position) => isContainingBlock(style, position));
    expect(holding(STATIC)).toEqual(['static', 'relative', 'sticky']);
    expect(holding(styled({ position: 'relative' }))).toEqual(['static', 'relative', 'sticky', 'absolute']);
    expect(holding(styled({ display: 'contents', position: 'relative' }))).toEqual([]);
  });

  it.each([
    { transform: 'matrix(1, 0, 0, 1, 0, 0)' },
    { translate: '10px' },
    { scale: '2' },
    { filter: 'blur(1px)' },
    { willChange: 'transform' },
    { contain: 'layout' },
    { contentVisibility: 'auto' },
  ])('holds fixed boxes too with %j', (style) =>
    expect([isContainingBlock(styled(style), 'fixed'), isContainingBlock(styled(style), 'absolute')]).toEqual(
      [true, true],
    ),
  );
});

describe('clip', () => {
  const box = { x: 0, y: 0, width: 100, height: 100 };
  const clipper = (edges: [number, number, number, number], more: Partial<Clipper> = {}): Clipper => {
    const [left, top, width, height] = edges;
    const element = { getBoundingClientRect: () => ({ left, top, width, height }) } as unknown as Element;
    return { element, scrolls: false, across: true, down: true, ...more };
  };

  const reads = () => new FrameReads({} as Window & typeof globalThis);

  it('leaves a box alone without clippers', () => {
    expect(clip(box, [], reads())).toEqual({ cropped: box, visible: box });
  });

  it('tells what is cropped for good from what a scroller hides for now', () => {
    const frame = clipper([0, 0, 80, 200]);
    const scroller = clipper([0, 50, 200, 200], { scrolls: true });
    expect(clip(box, [frame, scroller], reads())).toEqual({
      cropped: { x: 0, y: 0, width: 80, height: 100 },
      visible: { x: 0, y: 50, width: 80, height: 50 },
    });
  });

  it('cuts along one axis where only that one is cut', () => {
    expect(clip(box, [clipper([20, 90, 40, 5], { down: false })], reads()).visible).toEqual({
      x: 20,
      y: 0,
      width: 40,
      height: 100,
    });
  });

  it('is empty where nothing is left', () => {
    expect(clip(box, [clipper([200, 0, 10, 10])], reads()).visible.width).toBe(0);
  });
});
