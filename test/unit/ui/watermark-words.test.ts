import { describe, expect, it } from 'vitest';
import data from '../../../assets/rules/soft-bindings.json';
import { wordsIn } from '../../../lib/ui/i18n';
import { watermarkWords } from '../../../lib/ui/model/watermark-words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');

describe('watermarkWords', () => {
  it('names watermarks and fingerprints of the list, and tells them apart', () => {
    expect(watermarkWords('com.adobe.trustmark.P', zh)).toBe('声明加入了隐形水印：Adobe TrustMark P。');
    expect(watermarkWords('io.iscc.v0', zh)).toBe('声明登记了内容指纹：ISCC (ISO 24138)。');
  });

  it('says of an action only that a watermark was added', () => {
    const said = 'States that an invisible watermark was added, without saying which.';
    expect(watermarkWords('c2pa.watermarked', en)).toBe(said);
    expect(watermarkWords('c2pa.watermarked.unbound', en)).toBe(said);
  });

  it('writes an algorithm it does not know as it stands in the file', () => {
    const said = 'States a watermark or fingerprint bound to the content: __proto__.';
    expect(watermarkWords('__proto__', en)).toBe(said);
  });
});

describe('the list of algorithms', () => {
  it('names its source and date, and no algorithm twice', () => {
    expect(data.source).toMatch(/^https:\/\/github\.com\/c2pa-org\/softbinding-algorithm-list\//);
    expect(data.checkedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(new Set(data.algorithms.map(({ alg }) => alg)).size).toBe(data.algorithms.length);
    expect(new Set(data.algorithms.map(({ kind }) => kind))).toEqual(new Set(['watermark', 'fingerprint']));
  });
});
