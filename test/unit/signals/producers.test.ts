import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { ProducerTable } from '../../../lib/rules/producer-row';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { decodeProducer, producerRemarks } from '../../../lib/signals/producers/decode-producer';
import { splitProviderCode } from '../../../lib/signals/producers/provider-code';
import { checkUscc } from '../../../lib/signals/producers/uscc';

const TABLE: ProducerTable = [
  {
    id: 'demo',
    name: { 'zh-CN': '示例', en: 'Demo' },
    usccs: ['91110102MACQD9K640'],
    names: ['Demo AI'],
    products: ['Demo Draw'],
    source: 'a register',
    checkedAt: '2026-11-21',
    confidence: 'H',
  },
];
const DEMO = {
  id: 'demo',
  name: { 'zh-CN': '示例', en: 'Demo' },
  products: ['Demo Draw'],
  source: 'a register',
  checkedAt: '2026-11-21',
};
const decode = (value: string) => decodeProducer(fileText(value), TABLE);
const codes = (value: string) => producerRemarks(decode(value)).map(({ code }) => code);

/** Provider codes seen in real files. */
const REAL_CODES = [
  '001191110102MACQD9K64010000',
  '001191110102MACQD9K64018705',
  '00119144030008867405X210002',
  '001191440101MA9Y9T4H7A00000',
  '001191330106MA2CFLDG4R10001',
  '001191110108335469089C10100',
  '001191440300708461136T1308L',
  '001191440300708461136T1WFUO',
  '001191440300708461136T1XGW3',
  '001191310104MACE0YX63918020',
  '001191440300MA5G49LC9K1YO01',
  '001191110102MAD55U9H0F10002',
];

describe('checkUscc', () => {
  it.each(loadRuleBook().producers.flatMap(({ usccs }) => usccs))('passes the real code %s', (uscc) => {
    expect(checkUscc(uscc)).toBe('passes');
  });

  it.each([
    '610133596325171T12',
    '91110102MACQD9K641',
    '91110102MACQD9K64',
    '91110102MACQD9K6400',
    '',
    '91110102MACQD9K6I0',
  ])('fails %j', (uscc) => {
    expect(checkUscc(uscc)).toBe('fails');
  });
});

describe('splitProviderCode', () => {
  it('splits 27 characters into the fields of TC260-PG-20252A', () => {
    expect(splitProviderCode('001191110102MACQD9K64018705')).toEqual({
      format: '00',
      subjectType: '1',
      bindingType: '1',
      uscc: '91110102MACQD9K640',
      service: '1',
      model: '8705',
      checkDigit: 'passes',
    });
  });

  it.each(REAL_CODES)('finds the check digit of %s right', (code) => {
    expect(splitProviderCode(code)?.checkDigit).toBe('passes');
  });

  it('finds a changed digit', () => {
    expect(splitProviderCode('001191110102MACQD9K65010000')?.checkDigit).toBe('fails');
  });

  it.each([
    '001191110000TESTCORP0010000',
    '00119111010MACQD9K64010000',
    '011191110102MACQD9K64010000',
    '001191110102MACQD9K64030000',
  ])('refuses %s', (text) => {
    expect(splitProviderCode(text)).toBeUndefined();
  });
});

describe('decodeProducer', () => {
  it('names the company by the USCC in a code, whatever the model', () => {
    const producer = decode('001191110102MACQD9K64018705');
    expect(producer.company).toEqual(DEMO);
    expect(producer.code?.model).toBe('8705');
    expect(producerRemarks(producer)).toEqual([]);
  });

  it('names it by a bare USCC, and by a whole name in any case', () => {
    expect(decode('91110102MACQD9K640')).toEqual({ raw: '91110102MACQD9K640', company: DEMO });
    expect(decode(' demo ai ')).toEqual({ raw: ' demo ai ', company: DEMO });
  });

  it('never names it by a part of the value', () => {
    expect(decode('Not Demo AI')).toEqual({ raw: 'Not Demo AI' });
    expect(decode('x001191110102MACQD9K64018705').company).toBeUndefined();
  });

  it('remarks on what is wrong, one thing only', () => {
    expect(codes('001191110102MACQD9K65010000')).toEqual(['producer-check-digit']);
    expect(codes('001191110000TESTCORP0010000')).toEqual(['producer-format']);
    expect(codes('001191440101MA9Y9T4H7A00000')).toEqual(['producer-unlisted']);
    expect(codes('示例科技')).toEqual(['producer-unlisted']);
    expect(codes('  ')).toEqual([]);
  });
});

describe('the bundled table', () => {
  const named = (value: string) => decodeProducer(fileText(value), loadRuleBook().producers).company?.id;

  it.each([
    ['001191110102MACQD9K64010000', 'bytedance-doubao'],
    ['00119144030008867405X220001', 'bytedance-jimeng'],
    ['001191440101MA9Y9T4H7A00000', 'alibaba-qwen'],
    ['001191330106MA2CFLDG4R10001', 'alibaba-tongyi'],
    ['001191110108335469089C10100', 'kuaishou-kling'],
    ['001191440300708461136T1XGW3', 'tencent-computer'],
    ['001191310104MACE0YX63918020', 'stepfun'],
    ['001191440300MA5G49LC9K1YO01', 'honor'],
    ['doubao', 'bytedance-doubao'],
    ['Kling', 'kuaishou-kling'],
    ['MiniMax', 'minimax'],
    ['Minimax Agent AI', 'minimax'],
    ['picwish', 'picwish'],
    ['腾讯云', 'tencent-cloud'],
  ])('names the company of %s', (value, id) => {
    expect(named(value)).toBe(id);
  });

  it('does not name the owner of a code that nobody could tell us', () => {
    expect(named('001191110102MAD55U9H0F10002')).toBeUndefined();
  });
});
