import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../../../lib/metadata/base64';
import { latin1, noise } from '../../support/samples/bytes';

describe('decodeBase64', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 255, 1000])
    it(`gives back ${length} bytes, padded or not`, () => {
      const bytes = noise(length);
      const text = Buffer.from(bytes).toString('base64');
      expect(decodeBase64(latin1(text))).toEqual(bytes);
      expect(decodeBase64(latin1(text.replaceAll('=', '')))).toEqual(bytes);
    });

  it('passes over white space and what stands behind the padding', () => {
    expect(decodeBase64(latin1(' c29t\r\n\tZQ== \n***'))).toEqual(latin1('some'));
  });

  it('refuses other characters', () => {
    for (const text of ['c29t-_==', 'c2<t', 'c29\xff'])
      expect(() => decodeBase64(latin1(text))).toThrow(/no base64 character/);
  });
});
