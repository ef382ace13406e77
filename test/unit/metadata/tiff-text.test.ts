import { describe, expect, it } from 'vitest';
import { readTiffText } from '../../../lib/metadata/tiff-text';
import { latin1, utf8 } from '../../support/samples/bytes';

describe('readTiffText', () => {
  it.each([
    ['II:270', utf8('描述\0rest'), 'ImageDescription', '描述'],
    ['MM:305', latin1(' caf\xe9 \0'), 'Software', 'café'],
    ['II:37510', latin1('UNICODE\0A\0B\0'), 'UserComment', 'AB'],
    ['II:40091', latin1('A\0B\0\0\0'), 'XPTitle', 'AB'],
    ['II:256', utf8('x'), '0x0100', 'x'],
  ])('reads %s', (tag, bytes, name, text) => {
    expect(readTiffText(tag, bytes)).toEqual({ name, text });
  });

  it('knows no other keys', () => {
    for (const tag of ['', '270', 'XX:270', 'II:', 'II:__proto__'])
      expect(readTiffText(tag, utf8('x'))).toBeUndefined();
  });
});
