import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { findSignatures, readSecurityData } from '../../../lib/signals/gb45438/security-data';

const DS = { Type: 'DS', AlgID: '1.2.156.10197.1.501', TBSData: { Type: 'Md' }, Signature: 'aa' };
const KEY = { Type: 'PubKey', AlgID: '1.2.156.10197.1.501', KeyValue: 'bb' };
const BODY = { Type: 'TC260PG', Version: 1, PubSD: [DS, KEY] };
const READ = {
  signatures: [{ keyId: '0', algorithm: '1.2.156.10197.1.501', ofLabel: true, value: 'aa' }],
  keys: [{ keyId: '0', algorithm: '1.2.156.10197.1.501', value: 'bb' }],
  certificate: false,
};
const json = (value: unknown) => JSON.stringify(value);

describe('readSecurityData', () => {
  it.each([
    ['with its wrapper', json({ SecurityData: BODY })],
    ['without it', json(BODY)],
    ['as JSON text inside JSON', json(json({ SecurityData: BODY }))],
    ['as a string member', json({ SecurityData: json(BODY) })],
    ['in base64', Buffer.from(json({ SecurityData: BODY })).toString('base64')],
    ['in URL-safe base64', Buffer.from(json({ SecurityData: BODY })).toString('base64url')],
    ['with a blank around its type, as Tencent writes it', json({ ...BODY, Type: ' TC260PG' })],
    ['spelled PubSd, as Honor does', json({ SecurityData: { Type: 'TC260PG', PubSd: [DS, KEY] } })],
    [
      'with LabelMataData, as MiniMax does',
      json({ ...BODY, PubSD: [{ ...DS, TBSData: { Type: 'LabelMataData' } }, KEY] }),
    ],
  ])('reads it %s', (_, text) => {
    expect(readSecurityData(text)).toEqual(READ);
  });

  it('tells bindings from the label, and keeps key ids', () => {
    const entries = [
      { ...DS, TBSData: { Type: 'Binding' }, KeyID: 2 },
      { ...KEY, KeyID: '2' },
    ];
    const data = readSecurityData(json({ ...BODY, PubSD: entries }));
    expect(data).toEqual({
      signatures: [{ keyId: '2', algorithm: '1.2.156.10197.1.501', ofLabel: false, value: 'aa' }],
      keys: [{ keyId: '2', algorithm: '1.2.156.10197.1.501', value: 'bb' }],
      certificate: false,
    });
  });

  it('notices certificates', () => {
    const data = readSecurityData(json({ ...BODY, PubSD: [DS, { Type: 'Cert', Value: '30' }] }));
    expect(data).toMatchObject({ keys: [], certificate: true });
  });

  it.each([
    ['nothing', ''],
    ['a hash (GB 45438 F.4)', 'e862483430d978cbf828b8b24296ef9328d843a0'],
    ['a UUID', '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'],
    ['an opaque base64 digest', 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k='],
    ['DER in hex (MiniMax Agent)', '3045022100aa'],
    ['other JSON', '{"Type":"X"}'],
  ])('leaves %s alone', (_, text) => {
    expect(readSecurityData(text)).toBeUndefined();
  });

  it.each([
    ['JSON that breaks off', '{"SecurityData":{"Type":"TC260PG","PubSD":['],
    ['a type of its own', json({ SecurityData: { Type: 'Other', PubSD: [] } })],
  ])('calls %s malformed', (_, text) => {
    expect(readSecurityData(text)).toBe('malformed');
  });

  it('looks at 16 entries and no more', () => {
    const many = Array.from({ length: 17 }, () => DS);
    const data = readSecurityData(json({ ...BODY, PubSD: many }));
    expect(data === 'malformed' ? 0 : data?.signatures.length).toBe(16);
  });
});

describe('findSignatures', () => {
  it('says of both reserved fields what is there, unchecked', () => {
    const fields = {
      ReservedCode1: fileText(json({ SecurityData: BODY })),
      ReservedCode2: fileText(json({ ...BODY, PubSD: [KEY] })),
    };
    expect(findSignatures(fields)).toEqual([
      {
        code: 'ReservedCode1',
        algorithm: '1.2.156.10197.1.501',
        result: { state: 'unchecked', why: 'not-here' },
      },
      { code: 'ReservedCode2', result: { state: 'unchecked', why: 'no-signature' } },
    ]);
  });
});
