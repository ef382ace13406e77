import { describe, expect, it } from 'vitest';
import type { Field } from '../../../lib/facts/media-facts';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import gb45438 from '../../../lib/signals/detectors/gb45438';
import { MAX_LABELS } from '../../../lib/signals/signal-limits';
import { factsWith, field } from '../../support/signals/fields';

const RULES = loadRuleBook();
const XMP = 'xmp/{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC';
const CODE = '001191110102MACQD9K64010000';
const LABEL = `{"Label":"1","ContentProducer":"${CODE}","ProduceID":"p-1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}`;
const FIELDS = {
  Label: '1',
  ContentProducer: CODE,
  ProduceID: 'p-1',
  ReservedCode1: '',
  ContentPropagator: '',
  PropagateID: '',
  ReservedCode2: '',
};

const detect = (...fields: readonly Field[]) => gb45438.detect(factsWith(...fields), RULES);
const one = (ref: string, value: string) => detect(field(ref, value))[0];
const label = (members: Record<string, unknown>) => one(XMP, JSON.stringify(members));
const codes = (finding: ReturnType<typeof one>) => finding?.remarks.map(({ code }) => code);
const wrapped = (json: string) => `{"AIGC":${json}}`;

describe('gb45438 places', () => {
  it('reads the XMP property into a whole finding', () => {
    expect(detect(field(XMP, LABEL, 20))).toEqual([
      {
        signal: 'gb45438',
        place: { path: ['FILE', '{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC'], offset: 20 },
        raw: LABEL,
        states: { kind: 'ai', state: 'confirmed', extent: 'unknown' },
        assurance: 'unsigned',
        remarks: [],
        gb: {
          fields: FIELDS,
          others: [],
          producer: {
            raw: CODE,
            code: {
              format: '00',
              subjectType: '1',
              bindingType: '1',
              uscc: '91110102MACQD9K640',
              service: '1',
              model: '0000',
              checkDigit: 'passes',
            },
            company: {
              id: 'bytedance-doubao',
              name: { 'zh-CN': '字节跳动（豆包）', en: 'ByteDance (Doubao)' },
              products: ['豆包', '扣子'],
              source: expect.any(String),
              checkedAt: '2026-11-21',
            },
          },
        },
      },
    ]);
  });

  it.each([
    ['EXIF UserComment, wrapped', 'exif/UserComment', wrapped(LABEL)],
    ['EXIF ImageDescription, wrapped', 'exif/ImageDescription', wrapped(LABEL)],
    ['other EXIF text, wrapped', 'exif/XPComment', wrapped(LABEL)],
    ['PNG keyword AIGC, bare', 'png-text/AIGC', LABEL],
    ['PNG keyword AIGC, wrapped', 'png-text/AIGC', wrapped(LABEL)],
    ['PNG keyword that contains AIGC', 'png-text/x-aigc-label', LABEL],
    ['PNG text under another keyword, wrapped', 'png-text/Comment', wrapped(LABEL)],
    ['bare JPEG segment', 'comment/APP9', `AIGC${LABEL}`],
    ['bare JPEG segment with bytes behind', 'comment/APP9', `AIGC\0${LABEL}\0\0trailer`],
    ['bare JPEG segment in lower case', 'comment/APP9', `aigc:${LABEL}`],
    ['JPEG comment, wrapped', 'comment/COM', wrapped(LABEL)],
    ['two wrappers', 'png-text/AIGC', wrapped(wrapped(LABEL))],
    ['blanks and NULs around', XMP, ` \n${LABEL}\0`],
    ['EXIF UserComment, whole and bare', 'exif/UserComment', LABEL],
    ['PNG text under another keyword, whole and bare', 'png-text/Comment', LABEL],
    ['JPEG comment, whole and bare', 'comment/COM', LABEL],
    ['what a PDF writer copies from Info', 'xmp/{http://ns.adobe.com/pdfx/1.3/}AIGC', LABEL],
  ])('reads %s', (_, ref, value) => {
    const finding = one(ref, value);
    expect(finding?.gb?.fields).toEqual(FIELDS);
    expect(finding?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'unknown' });
    expect(finding?.remarks).toEqual([]);
    expect(finding?.raw).toBe(value);
  });

  it.each([
    ['JSON inside a JSON string', 'exif/UserComment', wrapped(JSON.stringify(LABEL))],
    ['a JSON string as the whole value', XMP, JSON.stringify(LABEL)],
    ['HTML-escaped', XMP, LABEL.replaceAll('"', '&quot;')],
    ['escaped twice', XMP, LABEL.replaceAll('"', '&amp;quot;')],
    ['escaped by number', XMP, LABEL.replaceAll('"', '&#34;')],
    ['quotation marks behind backslashes', 'riff/AIGC', LABEL.replaceAll('"', '\\"')],
    [
      'quotation marks behind backslashes, wrapped',
      'exif/UserComment',
      wrapped(LABEL).replaceAll('"', '\\"'),
    ],
    ['escaped by hexadecimal numbers', 'png-text/AIGC', LABEL.replaceAll('"', '&#X22;')],
    ['a JSON string in a JSON string', 'png-text/AIGC', JSON.stringify(JSON.stringify(LABEL))],
    ['percent-encoded', 'png-text/AIGC', encodeURIComponent(LABEL)],
    ['percent-encoded, wrapped', 'exif/UserComment', encodeURIComponent(wrapped(LABEL))],
    ['as a form encodes it', 'png-text/AIGC', encodeURIComponent(LABEL).replaceAll('%3A', '%3A+')],
    ['in base64', 'png-text/AIGC', btoa(LABEL)],
    [
      'in base64 for addresses',
      XMP,
      btoa(LABEL).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    ],
    ['in single quotation marks', 'png-text/AIGC', LABEL.replaceAll('"', "'")],
    ['as Python prints it', 'exif/UserComment', wrapped(LABEL).replaceAll('"', "'").replaceAll(':', ': ')],
    ['in typographic quotation marks', XMP, LABEL.replaceAll(/"([^"]*)"/g, '“$1”')],
    ['with commas at the end', 'exif/UserComment', `{"AIGC":${LABEL.slice(0, -1)},},}`],
    ['names without quotation marks', XMP, LABEL.replaceAll(/"(\w+)":/g, '$1: ')],
    ['in a list', 'png-text/AIGC', `[${LABEL}]`],
    ['in a list, wrapped', 'exif/UserComment', `{"AIGC":[${LABEL}]}`],
    ['with its name in front', 'png-text/AIGC', `AIGC=${LABEL}`],
    ['with a stop behind', XMP, `${LABEL};`],
    [
      'as a YAML map',
      'png-text/AIGC',
      LABEL.slice(1, -1)
        .replaceAll(',', '\n')
        .replaceAll(/"(\w+)":/g, '$1: '),
    ],
    ['as a YAML map with its name', XMP, `AIGC:\n  ${LABEL.slice(1, -1).replaceAll(',', '\n  ')}`],
  ])('reads one %s, and remarks on its form', (_, ref, value) => {
    const finding = one(ref, value);
    expect(finding?.gb?.fields).toEqual(FIELDS);
    expect(finding?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'unknown' });
    expect(finding?.remarks).toEqual([{ code: 'gb-json-form' }]);
    expect(finding?.raw).toBe(value);
  });

  it('reads what Java prints of a map', () => {
    const finding = one(
      'png-text/AIGC',
      `{Label=1, ContentProducer=${CODE}, ProduceID=p-1, ReservedCode1=null}`,
    );
    expect(finding?.gb?.fields).toEqual({ Label: '1', ContentProducer: CODE, ProduceID: 'p-1' });
    expect(codes(finding)).toEqual(['gb-value-type', 'gb-json-form']);
  });

  it('reads a bare label that names no number, where nothing is named AIGC', () => {
    const finding = one('exif/UserComment', '{"Label":"1","ContentProducer":"kling"}');
    expect(finding?.gb?.fields).toEqual({ Label: '1', ContentProducer: 'kling' });
    expect(codes(finding)).toEqual(['gb-produce-id-missing']);
  });

  it('reads text that begins with the name and its object anywhere', () => {
    expect(one('exif/ImageDescription', `AIGC: ${LABEL}`)?.gb?.fields).toEqual(FIELDS);
  });

  it('reads a structure of the TC260 namespace', () => {
    const member = (name: string, value: string) =>
      field(`xmp/{http://www.tc260.org.cn/ns/AIGC/1.0/}${name}`, value);
    const found = detect(
      member('Label', '2'),
      member('ContentProducer', 'kling'),
      member('ProduceID', 'p-9'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.states).toEqual({ kind: 'ai', state: 'possible', extent: 'unknown' });
    expect(found[0]?.raw).toBe('Label="2" ContentProducer="kling" ProduceID="p-9"');
    expect(found[0]?.gb?.producer?.company?.id).toBe('kuaishou-kling');
  });

  it('reads the schema of Tencent Cloud without a name as a trace', () => {
    const value = '{"ServiceProvider":"腾讯云","ServiceUser":"1","Time":"2025-09-01","ContentId":"c"}';
    const finding = one('exif/ImageDescription', value);
    expect(finding?.states).toEqual({ kind: 'ai', state: 'suspected', extent: 'unknown' });
    expect(codes(finding)).toEqual(['gb-other-schema']);
    expect(detect(field('exif/ImageDescription', '{"ServiceProvider":"x","Time":"y"}'))).toEqual([]);
  });

  it('reads the schema of Tencent Cloud as a trace', () => {
    const value = wrapped('{"ServiceProvider":"腾讯云","ServiceUser":"10001","Time":"2026-01-02 03:04:05"}');
    const finding = one('exif/ImageDescription', value);
    expect(finding?.states).toEqual({ kind: 'ai', state: 'suspected', extent: 'unknown' });
    expect(codes(finding)).toEqual(['gb-other-schema']);
    expect(finding?.gb?.fields).toEqual({});
    expect(finding?.gb?.others).toEqual([
      { name: 'ServiceProvider', value: '腾讯云' },
      { name: 'ServiceUser', value: '10001' },
      { name: 'Time', value: '2026-01-02 03:04:05' },
    ]);
    expect(finding?.gb?.producer?.company?.id).toBe('tencent-cloud');
  });
});

describe('gb45438 never fires on', () => {
  it.each([
    ['prose in a description', 'exif/ImageDescription', 'AIGC 行业研讨会，讨论 Label 与 ContentProducer'],
    ['prose under the keyword', 'png-text/AIGC', 'How we talk about AIGC in class'],
    ['a bare object outside a carrier named AIGC', 'exif/UserComment', '{"Label":"1","ProduceID":"p-1"}'],
    ['an AIGC member without a known key', 'exif/UserComment', '{"AIGC":{"topic":"seminar"}}'],
    ['an AIGC member that is text', 'exif/UserComment', '{"AIGC":"yes","Label":"1"}'],
    ['an object without a known key', 'png-text/AIGC', '{"topic":"AIGC"}'],
    ['three wrappers', 'png-text/AIGC', wrapped(wrapped(wrapped(LABEL)))],
    ['names of a label in lines of another field', 'exif/UserComment', 'Label: 1\nContentProducer: kling'],
    ['settings under the keyword', 'png-text/AIGC', 'Software: x\nVersion: 2'],
    ['the word in a segment', 'comment/COM', 'AIGC and {"Label":"1"}'],
    ['deep nesting', 'png-text/AIGC', `${'{"AIGC":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['another namespace', 'xmp/{http://example.com/}AIGC', '{"Label":"1","ContentProducer":"kling"}'],
    ['an empty property', XMP, ' '],
  ])('%s', (_, ref, value) => {
    expect(detect(field(ref, value))).toEqual([]);
  });

  it('a file without fields', () => {
    expect(detect()).toEqual([]);
  });
});

describe('gb45438 label values', () => {
  const base = { ContentProducer: CODE, ProduceID: 'p-1' };

  it.each([
    ['1', 'confirmed', []],
    ['2', 'possible', []],
    ['3', 'suspected', []],
    [' 1 ', 'confirmed', ['gb-charset']],
    [1, 'confirmed', ['gb-value-type']],
    ['1.0', 'confirmed', []],
    ['01', 'suspected', ['gb-label-nonstandard']],
    ['9', 'suspected', ['gb-label-nonstandard']],
    ['AIGC', 'suspected', ['gb-label-nonstandard']],
    [true, 'suspected', ['gb-label-nonstandard', 'gb-value-type']],
    ['', 'suspected', ['gb-label-missing']],
    [null, 'suspected', ['gb-label-missing']],
    [undefined, 'suspected', ['gb-label-missing']],
  ])('reads Label %j as %s', (value, state, remarks) => {
    const finding = label({ Label: value, ...base });
    expect(finding?.states).toEqual({ kind: 'ai', state, extent: 'unknown' });
    expect(codes(finding)).toEqual(remarks);
  });

  it('keeps the value that is no standard one', () => {
    expect(label({ Label: '9', ...base })?.remarks).toEqual([{ code: 'gb-label-nonstandard', value: '9' }]);
  });

  it('remarks on missing producer and id', () => {
    expect(codes(label({ Label: '1' }))).toEqual(['gb-producer-missing', 'gb-produce-id-missing']);
    expect(codes(label({ Label: '1', ContentProducer: '', ProduceID: ' ' }))).toEqual([
      'gb-producer-missing',
      'gb-produce-id-missing',
      'gb-charset',
    ]);
  });

  it('remarks on the first value that is no string, and reads it', () => {
    const finding = label({ Label: '1', ...base, ReservedCode1: { a: 1 }, ReservedCode2: 2 });
    expect(finding?.remarks).toEqual([{ code: 'gb-value-type', value: 'ReservedCode1' }]);
    expect(finding?.gb?.fields.ReservedCode1).toBe('{"a":1}');
  });

  it('remarks on a content number of zeros', () => {
    const zeros = '00000000000000000000000000000000';
    expect(codes(label({ Label: '1', ...base, ProduceID: zeros }))).toEqual(['gb-produce-id-dummy']);
    expect(codes(label({ Label: '1', ...base, ProduceID: `${zeros}1` }))).toEqual([]);
  });

  it('says that signatures are there, and checks none', () => {
    const entry = { Type: 'DS', AlgID: '1.2.3', TBSData: { Type: 'Md' }, Signature: 'aa' };
    const ReservedCode1 = JSON.stringify({ SecurityData: { Type: 'TC260PG', PubSD: [entry] } });
    expect(label({ Label: '1', ...base, ReservedCode1 })?.gb?.signatures).toEqual([
      { code: 'ReservedCode1', algorithm: '1.2.3', result: { state: 'unchecked', why: 'not-here' } },
    ]);
    expect(label({ Label: '1', ...base, ReservedCode1: 'e862' })?.gb?.signatures).toBeUndefined();
  });

  it('remarks once on the first field outside the character set', () => {
    const finding = label({
      Label: '1',
      ContentProducer: '腾讯云',
      ProduceID: '编号',
      ContentPropagator: '腾讯云',
    });
    expect(finding?.remarks).toEqual([{ code: 'gb-charset', value: 'ContentProducer: 腾讯云' }]);
  });

  it('remarks on producer codes that contradict themselves, once for both roles', () => {
    const forged = '001191110102MACQD9K65010000';
    const finding = label({ Label: '1', ContentProducer: forged, ProduceID: 'p', ContentPropagator: forged });
    expect(finding?.remarks).toEqual([{ code: 'producer-check-digit', value: forged }]);
    expect(finding?.gb?.propagator?.raw).toBe(forged);
  });
});

describe('gb45438 keys', () => {
  it('accepts other cases and known misspellings, and says so', () => {
    const finding = label({
      label: '1',
      contentProducer: CODE,
      PRODUCEID: 'p-1',
      ReserveCode1: 'r1',
      Propagator: 'kling',
      PropatorID: 'q-1',
      Time: 'noon',
    });
    expect(finding?.gb?.fields).toEqual({
      Label: '1',
      ContentProducer: CODE,
      ProduceID: 'p-1',
      ReservedCode1: 'r1',
      ContentPropagator: 'kling',
      PropagateID: 'q-1',
    });
    expect(finding?.gb?.others).toEqual([{ name: 'Time', value: 'noon' }]);
    expect(codes(finding)).toEqual(['gb-key-variant']);
  });

  it('prefers the exact key and keeps the other beside it', () => {
    const finding = label({ label: '3', Label: '1', ContentProducer: CODE, ProduceID: 'p' });
    expect(finding?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'unknown' });
    expect(finding?.gb?.others).toEqual([{ name: 'label', value: '3' }]);
    expect(codes(finding)).toEqual([]);
  });

  it('writes nested reserved codes as compact JSON and numbers as they stand', () => {
    const value = `{"Label":1,"ContentProducer":"${CODE}","ProduceID":12345678901234567890,"ReservedCode1":{"Type": "TC260PG", "PubSd": [1, 2.50]}}`;
    expect(one(XMP, value)?.gb?.fields).toEqual({
      Label: '1',
      ContentProducer: CODE,
      ProduceID: '12345678901234567890',
      ReservedCode1: '{"Type":"TC260PG","PubSd":[1,2.50]}',
    });
  });

  it('is not led astray by __proto__', () => {
    const finding = one(
      XMP,
      `{"__proto__":{"Label":"1"},"constructor":"x","ContentProducer":"${CODE}","ProduceID":"p"}`,
    );
    expect(codes(finding)).toEqual(['gb-label-missing']);
    expect(finding?.gb?.others).toEqual([
      { name: '__proto__', value: '{"Label":"1"}' },
      { name: 'constructor', value: 'x' },
    ]);
  });
});

describe('gb45438 broken labels', () => {
  const CUT = '{"Label":"1","ContentProducer":"0011911';

  it.each([
    ['in the namespaced property', XMP, CUT],
    ['prose in the namespaced property', XMP, 'made by AI'],
    ['under the PNG keyword', 'png-text/AIGC', CUT],
    ['wrapped under the PNG keyword', 'png-text/AIGC', `{"AIGC":${CUT}`],
    ['in a bare segment', 'comment/APP9', `AIGC${CUT}`],
  ])('%s are a trace with the raw value kept', (_, ref, value) => {
    const found = detect(field(ref, value));
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual({
      signal: 'gb45438',
      place: found[0]?.place,
      raw: value,
      states: { kind: 'ai', state: 'suspected', extent: 'unknown' },
      assurance: 'unsigned',
      remarks: [{ code: 'gb-json-unreadable' }],
    });
  });

  it('in the namespace without any known key lack the label', () => {
    expect(codes(one(XMP, '{"topic":"x"}'))).toEqual(['gb-label-missing']);
  });
});

describe('gb45438 with several labels', () => {
  const other = LABEL.replace('"Label":"1"', '"Label":"2"');

  it('puts the strongest place first, whatever the order in the file', () => {
    const found = detect(
      field('comment/APP9', `AIGC${LABEL}`),
      field('png-text/AIGC', LABEL),
      field(XMP, LABEL),
    );
    expect(found.map(({ raw }) => raw)).toEqual([LABEL, LABEL, `AIGC${LABEL}`]);
    expect(found.map(codes)).toEqual([[], ['gb-several-copies'], ['gb-several-copies']]);
  });

  it('takes absent and empty for the same', () => {
    const short = `{"Label":"1","ContentProducer":"${CODE}","ProduceID":"p-1"}`;
    expect(detect(field(XMP, LABEL), field('png-text/AIGC', short)).map(codes)).toEqual([
      [],
      ['gb-several-copies'],
    ]);
  });

  it('remarks on each where they differ', () => {
    const found = detect(field('png-text/AIGC', other), field(XMP, LABEL), field('png-text/AIGC', other));
    expect(found.map(codes)).toEqual([
      ['gb-labels-differ'],
      ['gb-labels-differ'],
      ['gb-labels-differ', 'gb-several-copies'],
    ]);
  });

  it('takes no more than the limit', () => {
    const many = (count: number) => Array.from({ length: count }, () => field(XMP, LABEL));
    expect(detect(...many(MAX_LABELS))).toHaveLength(MAX_LABELS);
    expect(detect(...many(MAX_LABELS + 1))).toHaveLength(MAX_LABELS);
  });
});

describe('gb45438 and large values', () => {
  it('keeps raw and fields within bounds', () => {
    const value = JSON.stringify({ Label: '1', ContentProducer: 'x'.repeat(1_000_000) });
    const finding = one(XMP, value);
    expect(finding?.raw).toHaveLength(64 * 1024);
    expect(finding?.gb?.fields.ContentProducer).toHaveLength(64 * 1024);
  });

  it('keeps HTML as text', () => {
    const finding = one(
      XMP,
      '{"Label":"1","ContentProducer":"<img src=x onerror=alert(1)>","ProduceID":"p"}',
    );
    expect(finding?.gb?.fields.ContentProducer).toBe('<img src=x onerror=alert(1)>');
  });
});
