import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';

describe('fileText', () => {
  it('keeps text as it is, markup included', () => {
    expect(fileText('<b>辨识 🙂</b>')).toBe('<b>辨识 🙂</b>');
  });

  it('cuts past the limit and not at it', () => {
    expect(fileText('abcd', 4)).toBe('abcd');
    expect(fileText('abcde', 4)).toBe('abc…');
    expect(fileText('abc', 0)).toBe('…');
  });

  it('replaces halves of surrogate pairs, also those a cut makes', () => {
    expect(fileText('a\ud83d')).toBe('a\ufffd');
    expect(fileText('\ude42b')).toBe('\ufffdb');
    expect(fileText('🙂🙂', 2)).toBe('\ufffd…');
  });
});
