import { describe, expect, it } from 'vitest';
import { cssFiles } from '../../../lib/page/css-files';

const A = 'https://x.example/a.jpg';
const B = 'https://x.example/b.jpg';

describe('cssFiles', () => {
  it.each([
    ['none', []],
    ['linear-gradient(rgb(0, 0, 0), rgba(0, 0, 0, 0))', []],
    [`url("${A}")`, [A]],
    [`linear-gradient(red, blue), url("${A}"), url("${B}")`, [A, B]],
    ['url("https://x.example/a(1),b.jpg")', ['https://x.example/a(1),b.jpg']],
    [String.raw`url("https://x.example/\"quoted\".jpg")`, ['https://x.example/"quoted".jpg']],
    [String.raw`url("https://x.example/\41 b.jpg")`, ['https://x.example/Ab.jpg']],
    ['url("data:image/png;base64,AA==")', ['data:image/png;base64,AA==']],
  ])('%s', (value, files) => {
    expect(cssFiles(value, 1)).toEqual(files);
  });

  it.each([
    [1, A],
    [1.5, B],
    [2, B],
    [3, B],
  ])('takes of an image-set at density %d the option the browser takes', (density, file) => {
    expect(cssFiles(`image-set(url("${A}") 1x, url("${B}") 2dppx)`, density)).toEqual([file]);
    expect(cssFiles(`-webkit-image-set(url("${A}") 96dpi, url("${B}") 192dpi)`, density)).toEqual([file]);
  });

  it('knows a type in an image-set from a file', () => {
    expect(cssFiles(`image-set(url("${A}") 1x type("image/avif"), url("${B}") 2x)`, 1)).toEqual([A]);
  });

  it('goes on behind an image-set', () => {
    expect(cssFiles(`image-set(url("${A}") 1x), url("${B}")`, 1)).toEqual([A, B]);
  });

  it('ends at what is cut off', () => {
    expect(cssFiles('url("https://x.example/a', 1)).toEqual(['https://x.example/a']);
    expect(cssFiles('url("\\', 1)).toEqual(['']);
    expect(cssFiles('image-set(url("', 1)).toEqual(['']);
  });

  it('gives 16 files at most', () => {
    expect(cssFiles(Array(16).fill(`url("${A}")`).join(', '), 1).length).toBe(16);
    expect(cssFiles(Array(17).fill(`url("${A}")`).join(', '), 1).length).toBe(16);
  });
});
