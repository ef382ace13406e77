import { describe, expect, it } from 'vitest';
import { decodeUserComment } from '../../../lib/metadata/exif-user-comment';
import { type BytePart, bytesOf, utf16 } from '../../support/metadata-blocks';

const PARAMETERS = 'photo of a duck\nSteps: 15, Sampler: UniPC';
const CHINESE = '一只鸭子的照片，人工智能生成';
const LABEL = '{"AIGC":{"Label":"1","ContentProducer":"示例科技"}}';

const decode = (...parts: BytePart[]) => decodeUserComment(bytesOf(...parts), true);

describe('decodeUserComment', () => {
  it.each([PARAMETERS, LABEL, CHINESE, 'x', '中'])('reads UNICODE in either byte order: %s', (text) => {
    for (const order of ['le', 'be'] as const) {
      expect(decode('UNICODE\0', [0xfe, 0xff], utf16(text, 'be'))).toBe(text);
      expect(decode('UNICODE\0', [0xff, 0xfe], utf16(text, 'le'))).toBe(text);
      expect(decodeUserComment(bytesOf('UNICODE\0', utf16(text, order)), order === 'le')).toBe(text);
    }
  });

  it.each([PARAMETERS, LABEL])('reads UNICODE against the byte order of the block: %s', (text) => {
    expect(decodeUserComment(bytesOf('UNICODE\0', utf16(text, 'be')), true)).toBe(text);
    expect(decodeUserComment(bytesOf('UNICODE\0', utf16(text, 'le')), false)).toBe(text);
  });

  it('reads Chinese without a NUL byte against the byte order of the block', () => {
    expect(decodeUserComment(bytesOf('UNICODE\0', utf16(CHINESE, 'be')), true)).toBe(CHINESE);
    expect(decodeUserComment(bytesOf('UNICODE\0', utf16(CHINESE, 'le')), false)).toBe(CHINESE);
  });

  it('reads 8-bit text that is declared as UNICODE', () => {
    expect(decode('UNICODE\0', PARAMETERS)).toBe(PARAMETERS);
  });

  it('reads ASCII, undefined and missing codes as UTF-8, else Latin-1', () => {
    expect(decode('ASCII\0\0\0', LABEL)).toBe(LABEL);
    expect(decode(new Array(8).fill(0), LABEL)).toBe(LABEL);
    expect(decode(LABEL)).toBe(LABEL);
    expect(decode('ASCII\0\0\0', [0x4a, 0xfc, 0x72])).toBe('Jür');
    expect(decode('short')).toBe('short');
  });

  it('reads codes that are none of the standard', () => {
    expect(decode('Unicode\0', utf16(PARAMETERS, 'be'))).toBe(PARAMETERS);
    expect(decode('ascii\0\0\0', LABEL)).toBe(LABEL);
    expect(decode('UTF-8\0\0\0', LABEL)).toBe(LABEL);
  });

  it('reads UTF-16 under an undefined, an ASCII or no code', () => {
    expect(decode(new Array(8).fill(0), utf16(PARAMETERS, 'be'))).toBe(PARAMETERS);
    expect(decode('ASCII\0\0\0', utf16(PARAMETERS, 'le'))).toBe(PARAMETERS);
    expect(decode(utf16(PARAMETERS, 'be'))).toBe(PARAMETERS);
  });

  it('reads JIS as ISO-2022-JP', () => {
    expect(decode('JIS\0\0\0\0\0', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42])).toBe(
      '日本',
    );
  });

  it('drops padding and gives nothing for an empty comment', () => {
    expect(decode('ASCII\0\0\0', 'text', new Array(200).fill(0))).toBe('text');
    expect(decode('ASCII\0\0\0', 'text', ' '.repeat(200))).toBe('text');
    expect(decode('UNICODE\0', utf16('text\0\0\0', 'be'))).toBe('text');
    expect(decode('ASCII\0\0\0', new Array(200).fill(0))).toBe('');
    expect(decode('UNICODE\0')).toBe('');
    expect(decode()).toBe('');
  });

  it('never throws, whatever the bytes', () => {
    let seed = 3;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return (seed >>> 8) % 256;
    };
    for (let round = 0; round < 500; round++) {
      const noise = Array.from({ length: round % 41 }, next);
      for (const code of ['', 'ASCII\0\0\0', 'UNICODE\0', 'JIS\0\0\0\0\0'])
        expect(typeof decode(code, noise)).toBe('string');
    }
  });
});
