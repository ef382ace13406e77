import { describe, expect, it } from 'vitest';
import { readId3Text } from '../../../lib/metadata/id3-frame';
import { readId3v1 } from '../../../lib/metadata/id3v1';
import { bytesOf, utf16 } from '../../support/metadata-blocks';
import { id3v1 } from '../../support/samples/id3';

const LE = [0xff, 0xfe];
const BE = [0xfe, 0xff];

describe('readId3Text', () => {
  it.each([
    ['Latin-1', bytesOf(0, [0x63, 0x61, 0x66, 0xe9])],
    ['UTF-8 declared as Latin-1', bytesOf(0, 'café')],
    ['UTF-16, little-endian', bytesOf(1, LE, utf16('café', 'le'))],
    ['UTF-16, big-endian', bytesOf(1, BE, utf16('café', 'be'))],
    ['UTF-16 without its mark', bytesOf(1, utf16('café', 'le'))],
    ['UTF-16BE', bytesOf(2, utf16('café', 'be'))],
    ['UTF-8', bytesOf(3, 'café')],
    ['no encoding byte', bytesOf('café')],
    ['closing zeros', bytesOf(3, 'café', [0, 0])],
  ])('reads %s', (_, bytes) => {
    expect(readId3Text('TIT2', bytes)).toEqual({ name: 'TIT2', value: 'café' });
  });

  it('names described frames after their description', () => {
    const wide = bytesOf(1, LE, utf16('AIGC', 'le'), [0, 0], LE, utf16('{}', 'le'), [0, 0]);
    expect(readId3Text('TXXX', wide)).toEqual({ name: 'TXXX:AIGC', value: '{}' });
    expect(readId3Text('TXXX', bytesOf(3, 'AIGC', 0, '{}'))).toEqual({ name: 'TXXX:AIGC', value: '{}' });
    expect(readId3Text('TXXX', bytesOf(3, 0, '{}'))).toEqual({ name: 'TXXX', value: '{}' });
    expect(readId3Text('WXXX', bytesOf(1, LE, utf16('a', 'le'), [0, 0], 'https://x'))).toEqual({
      name: 'WXXX:a',
      value: 'https://x',
    });
  });

  it('reads comments with their language, described or not', () => {
    expect(readId3Text('COMM', bytesOf(3, 'eng', 0, 'hi'))).toEqual({ name: 'COMM', value: 'hi' });
    expect(readId3Text('COMM', bytesOf(0, 'XXXd', 0, 'hi'))).toEqual({ name: 'COMM:d', value: 'hi' });
    expect(readId3Text('COMM', bytesOf(0, 'engmade with', 0))).toEqual({ name: 'COMM', value: 'made with' });
    expect(readId3Text('COMM', bytesOf(1, 'eng', LE, [0, 0], LE, utf16('标', 'le')))).toEqual({
      name: 'COMM',
      value: '标',
    });
  });

  it('reads links up to their first zero', () => {
    expect(readId3Text('WOAS', bytesOf('https://x', 0, 'y'))).toEqual({ name: 'WOAS', value: 'https://x' });
  });

  it('gives nothing for empty and cut frames', () => {
    for (const [id, bytes] of [
      ['TIT2', bytesOf()],
      ['TIT2', bytesOf(3)],
      ['TXXX', bytesOf(3, 'AIGC', 0)],
      ['TXXX', bytesOf(1, LE)],
      ['COMM', bytesOf(3, 'en')],
      ['WOAS', bytesOf(0)],
    ] as const)
      expect(readId3Text(id, bytes)).toBeUndefined();
  });
});

describe('readId3v1', () => {
  it('reads fixed places, without padding', () => {
    expect(readId3v1(id3v1('a title', 'made with suno'))).toEqual([
      { name: 'ID3v1:title', value: 'a title', at: 3 },
      { name: 'ID3v1:comment', value: 'made with suno', at: 97 },
    ]);
    expect(readId3v1(new Uint8Array(128))).toEqual([]);
  });
});
