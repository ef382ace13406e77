import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_STEALTH_BYTES } from '../../../lib/pixels/pixel-limits';
import { readStealthText } from '../../../lib/pixels/stealth-text';
import { asBytes, concat, latin1, u32be } from '../../support/samples/bytes';
import { stealthPixels } from '../../support/samples/pixels';

const SIDE = 64;
const hide = (magic: string, content: Uint8Array, bits = content.length * 8) =>
  concat(latin1(magic), u32be(bits), content);
const read = (hidden: Uint8Array, channel: 'alpha' | 'rgb' = 'alpha', side = SIDE) =>
  readStealthText({
    width: side,
    height: side,
    channels: 4,
    data: stealthPixels(side, side, hidden, channel),
  });

describe('readStealthText', () => {
  const text = 'a 猫\nSteps: 20, Sampler: Euler';

  it.each([
    ['stealth_pnginfo', 'alpha', asBytes(text)],
    ['stealth_pngcomp', 'alpha', gzipSync(text)],
    ['stealth_rgbinfo', 'rgb', asBytes(text)],
    ['stealth_rgbcomp', 'rgb', gzipSync(text)],
  ] as const)('reads %s', (magic, channel, content) => {
    expect(read(hide(magic, content), channel)).toEqual({ text, channel });
  });

  it('reads columns of pictures that are not square', () => {
    const data = stealthPixels(40, 10, hide('stealth_pnginfo', latin1('x')));
    expect(readStealthText({ width: 40, height: 10, channels: 4, data })).toEqual({
      text: 'x',
      channel: 'alpha',
    });
  });

  it('finds nothing in a plain picture, nor in one too small', () => {
    expect(read(latin1(''))).toBeUndefined();
    expect(read(latin1(''), 'alpha', 4)).toBeUndefined();
    expect(read(hide('stealth_pngxxxx', latin1('x')))).toBeUndefined();
  });

  it.each([
    ['a length beyond the pixels', hide('stealth_pnginfo', latin1('x'), 0xffffffff)],
    ['a length of more than there is room', hide('stealth_pnginfo', latin1('x'), SIDE * SIDE - 152 + 8)],
    ['a length of no whole bytes', hide('stealth_pnginfo', latin1('x'), 7)],
    ['no length', hide('stealth_pnginfo', latin1(''), 0)],
    ['text that is no UTF-8', hide('stealth_pnginfo', Uint8Array.from([0xff, 0xfe]))],
    ['no gzip', hide('stealth_pngcomp', latin1('not gzip at all'))],
    ['gzip that breaks off', hide('stealth_pngcomp', gzipSync(text).subarray(0, 20))],
    ['a bomb', hide('stealth_pngcomp', gzipSync(new Uint8Array(MAX_STEALTH_BYTES + 1)))],
  ])('calls %s malformed', (_, hidden) => {
    expect(read(hidden, 'alpha', hidden.length > 400 ? 256 : SIDE)).toBe('malformed');
  });
});
