import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { MAX_INFLATED_BYTES } from '../../../lib/bytes/limits';
import { pngTextType, readPngKeyword, readPngText } from '../../../lib/metadata/png-text';
import { isPngProfile, isReadablePngProfile, readPngProfile } from '../../../lib/metadata/png-text-profile';
import { bytesOf } from '../../support/metadata-blocks';

const LABEL = '{"Label":"1","ContentProducer":"示例科技"}';
const zlib = (text: string | Uint8Array) => new Uint8Array(deflateSync(Buffer.from(text)));

/** Kind of the fault a call ends in. */
function faultOf(call: () => unknown): string {
  try {
    call();
    return 'none';
  } catch (error) {
    return error instanceof ByteFault ? error.kind : `not a ByteFault: ${String(error)}`;
  }
}

describe('readPngText', () => {
  it('reads tEXt as Latin-1, or as UTF-8 where it is', () => {
    expect(readPngText('tEXt', bytesOf('Author\0', [0x4a, 0xfc, 0x72]))).toEqual({
      keyword: 'Author',
      text: 'Jür',
    });
    expect(readPngText('tEXt', bytesOf('AIGC\0', LABEL))).toEqual({ keyword: 'AIGC', text: LABEL });
    expect(readPngText('tEXt', bytesOf('AIGC\0', LABEL, '\0\0'))).toEqual({ keyword: 'AIGC', text: LABEL });
    expect(readPngText('tEXt', bytesOf('AIGC\0'))).toEqual({ keyword: 'AIGC', text: '' });
  });

  it('reads zTXt', () => {
    expect(readPngText('zTXt', bytesOf('AIGC\0', 0, zlib(LABEL)))).toEqual({ keyword: 'AIGC', text: LABEL });
  });

  it('reads iTXt, compressed or not, past language and translated keyword', () => {
    const plain = bytesOf('AIGC\0', [0, 0], 'zh-CN\0', '标识\0', LABEL);
    const compressed = bytesOf('AIGC\0', [1, 0], '\0', '\0', zlib(LABEL));
    const expected = { keyword: 'AIGC', text: LABEL };
    expect(readPngText('iTXt', plain)).toEqual(expected);
    expect(readPngText('iTXt', compressed)).toEqual(expected);
  });

  it('accepts a keyword of 79 characters and none of 0 or 80', () => {
    const keyword = (length: number) => () => readPngKeyword(bytesOf('k'.repeat(length), '\0text'));
    expect(keyword(79)()).toBe('k'.repeat(79));
    expect([faultOf(keyword(0)), faultOf(keyword(80))]).toEqual(['malformed', 'malformed']);
  });

  it('tells how a chunk is broken', () => {
    const data = bytesOf('AIGC\0', 0, zlib(LABEL));
    expect(faultOf(() => readPngText('tEXt', bytesOf('no separator')))).toBe('malformed');
    expect(faultOf(() => readPngText('zTXt', bytesOf('AIGC\0', 1, zlib(LABEL))))).toBe('malformed');
    expect(faultOf(() => readPngText('zTXt', data.subarray(0, 20)))).toBe('truncated');
    expect(faultOf(() => readPngText('zTXt', bytesOf('AIGC\0')))).toBe('truncated');
    expect(faultOf(() => readPngText('iTXt', bytesOf('AIGC\0', [0, 0], 'zh\0')))).toBe('malformed');
    expect(faultOf(() => readPngText('iTXt', bytesOf('AIGC\0', [1, 9], '\0\0')))).toBe('malformed');
  });

  it('inflates up to the limit and stops a bomb past it', () => {
    const bomb = (length: number) => bytesOf('b\0', [1, 0], '\0\0', zlib(new Uint8Array(length).fill(0x61)));
    expect(readPngText('iTXt', bomb(MAX_INFLATED_BYTES)).text.length).toBe(MAX_INFLATED_BYTES);
    expect(faultOf(() => readPngText('iTXt', bomb(MAX_INFLATED_BYTES + 1)))).toBe('over-budget');
  });

  it('ends every prefix in text or a fault', () => {
    const chunks = [
      ['tEXt', bytesOf('AIGC\0', LABEL)],
      ['zTXt', bytesOf('AIGC\0', 0, zlib(LABEL))],
      ['iTXt', bytesOf('AIGC\0', [1, 0], 'en\0', 'k\0', zlib(LABEL))],
    ] as const;
    for (const [type, data] of chunks)
      for (let length = 0; length < data.length; length++)
        expect(faultOf(() => readPngText(type, data.subarray(0, length)))).toMatch(
          /none|malformed|truncated/,
        );
  });

  it('knows the text chunks', () => {
    expect(['tEXt', 'zTXt', 'iTXt', 'IDAT', undefined].map(pngTextType)).toEqual([
      'tEXt',
      'zTXt',
      'iTXt',
      undefined,
      undefined,
    ]);
  });
});

describe('readPngProfile', () => {
  const hex = (text: string, name = 'exif') =>
    `\n${name}\n    ${text.length}\n${Buffer.from(text, 'latin1')
      .toString('hex')
      .replaceAll(/(.{72})/g, '$1\n')}\n`;

  it('decodes a block written as hexadecimal text', () => {
    const tiff = `Exif\0\0II*\0${'x'.repeat(60)}`;
    const profile = readPngProfile('Raw profile type APP1', hex(tiff));
    expect([profile.kind, Buffer.from(profile.bytes).toString('latin1')]).toEqual(['exif', tiff]);
    const iptc = readPngProfile('Raw profile type iptc', hex('8BIM', 'IPTC profile'));
    expect([iptc.kind, Buffer.from(iptc.bytes).toString()]).toEqual(['iptc', '8BIM']);
  });

  it('recognises XMP in an APP1 profile', () => {
    const profile = readPngProfile('Raw profile type APP1', hex('http://ns.adobe.com/xap/1.0/\0<x/>'));
    expect([profile.kind, Buffer.from(profile.bytes).toString()]).toEqual(['xmp', '<x/>']);
  });

  it('tells how a profile is broken', () => {
    const read = (text: string) => faultOf(() => readPngProfile('Raw profile type exif', text));
    expect(read('nothing of the kind')).toBe('malformed');
    expect(read('\nexif\n  4\n4949zz00\n')).toBe('malformed');
    expect(read('\nexif\n  999999999\n49492a00\n')).toBe('truncated');
  });

  it('knows which keywords are profiles, and which of these are of use', () => {
    const keywords = ['Raw profile type icc', 'Raw profile type xmp', 'parameters'];
    expect(keywords.map(isPngProfile)).toEqual([true, true, false]);
    expect(keywords.map(isReadablePngProfile)).toEqual([false, true, false]);
  });
});
