import { sm2, sm3 } from 'sm-crypto-v2';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { SignatureInput } from '../../../lib/signals/gb45438/label-signature';
import { checkSecuritySignature } from '../../../lib/signatures/check-security-signature';

const SM2 = '1.2.156.10197.1.501';
const RSA = '1.2.840.113549.1.1.11';
const SPKI = '3059301306072A8648CE3D020106082A811CCF5501822D034200';

/** A key of ours for tests, of no worth to anyone. */
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const PUBLIC = sm2.getPublicKeyFromPrivateKey(PRIVATE);
const OTHER = sm2.getPublicKeyFromPrivateKey(PRIVATE.replace(/^3/, '4'));

const LABEL = { Label: '1', ContentProducer: 'Maker', ProduceID: 'no-1' };
const MESSAGE = '"Label":"1","ContentProducer":"Maker","ProduceID":"no-1"';
const PASSED_ON = '"Label":"1","ContentPropagator":"Carrier","PropagateID":"no-2"';

const sign = (message: string | Uint8Array) => sm2.doSignature(message, PRIVATE, { der: true, hash: true });

type Entry = Readonly<Record<string, unknown>>;
const ds = (value: string, more: Entry = {}): Entry => ({
  Type: 'DS',
  AlgID: SM2,
  TBSData: { Type: 'Md' },
  Signature: value,
  ...more,
});
const key = (value: string, more: Entry = {}): Entry => ({
  Type: 'PubKey',
  AlgID: SM2,
  KeyValue: value,
  ...more,
});
const security = (...entries: readonly Entry[]) =>
  JSON.stringify({ SecurityData: { Type: 'TC260PG', Version: 1, PubSD: entries } });

function input(code: SignatureInput['code'], value: string, label: Readonly<Record<string, string>> = LABEL) {
  const texts = Object.entries({ ...label, [code]: value }).map(([name, text]) => [name, fileText(text)]);
  return { code, fields: Object.fromEntries(texts) } as SignatureInput;
}

const check = (...entries: readonly Entry[]) =>
  checkSecuritySignature(input('ReservedCode1', security(...entries)));
const MATCHES = { state: 'matches' };
const DIFFERS = { state: 'differs' };
const unchecked = (why: string) => ({ state: 'unchecked', why });

describe('SM3 with SM2', () => {
  it.each([
    ['04, x and y', PUBLIC],
    ['x and y', PUBLIC.slice(2)],
    ['SubjectPublicKeyInfo, as StepFun writes it', `${SPKI}${PUBLIC.toUpperCase()}`],
    ['a compressed point', sm2.compressPublicKeyHex(PUBLIC)],
    ['x alone', PUBLIC.slice(2, 66)],
    ['x behind a zero byte, as MiniMax writes it', `00${PUBLIC.slice(2, 66)}`],
  ])('matches with a key given as %s', async (_, value) => {
    expect(await check(ds(sign(MESSAGE)), key(value))).toEqual(MATCHES);
  });

  it('matches where the digest was signed in place of the text, as StepFun does', async () => {
    const digest = Buffer.from(sm3(new TextEncoder().encode(MESSAGE)), 'hex');
    expect(await check(ds(sign(digest).toUpperCase()), key(PUBLIC))).toEqual(MATCHES);
  });

  it.each([
    ['an altered label', { ...LABEL, ProduceID: 'no-3' }],
    ['another label value', { ...LABEL, Label: '3' }],
    ['a missing field', { Label: '1', ContentProducer: 'Maker' }],
  ])('differs for %s', async (_, label) => {
    const text = security(ds(sign(MESSAGE)), key(PUBLIC));
    expect(await checkSecuritySignature(input('ReservedCode1', text, label))).toEqual(DIFFERS);
  });

  it('differs under another key', async () => {
    expect(await check(ds(sign(MESSAGE)), key(OTHER))).toEqual(DIFFERS);
  });

  it('differs where one of two signatures does', async () => {
    expect(await check(ds(sign(MESSAGE)), ds(sign('else')), key(PUBLIC))).toEqual(DIFFERS);
  });

  it('takes the key that the signature names', async () => {
    const named = ds(sign(MESSAGE), { KeyID: 1 });
    expect(await check(named, key(OTHER), key(PUBLIC, { KeyID: 1 }))).toEqual(MATCHES);
    expect(await check(named, key(PUBLIC))).toEqual(unchecked('no-key'));
  });

  it.each([
    ['no hex', 'zz'],
    ['DER with something behind it', `${sign(MESSAGE)}00`],
    ['an r of zero', '3006020100020101'],
    ['an s beyond the order', `3026020101022100${'f'.repeat(64)}`],
    ['an integer that breaks off', '3004020101'],
    ['a huge text', 'ab'.repeat(100_000)],
  ])('calls a signature with %s malformed', async (_, value) => {
    expect(await check(ds(value), key(PUBLIC))).toEqual(unchecked('malformed'));
  });

  it.each([
    ['no hex', 'zz'],
    ['no point of the curve', `04${'11'.repeat(64)}`],
    ['the wrong length', PUBLIC.slice(0, 60)],
  ])('calls a key with %s malformed', async (_, value) => {
    expect(await check(ds(sign(MESSAGE)), key(value))).toEqual(unchecked('malformed'));
  });

  it('reads the propagator’s field with its own fields or the producer’s', async () => {
    const label = { ...LABEL, ContentPropagator: 'Carrier', PropagateID: 'no-2' };
    const results = [PASSED_ON, MESSAGE, 'else'].map((text) =>
      checkSecuritySignature(input('ReservedCode2', security(ds(sign(text)), key(PUBLIC)), label)),
    );
    expect(await Promise.all(results)).toEqual([MATCHES, MATCHES, unchecked('message')]);
  });
});

describe('SHA-256 with RSA', () => {
  let [spki, other, signature] = ['', '', ''];
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const make = () =>
    crypto.subtle.generateKey(
      { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['sign', 'verify'],
    );
  const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');

  beforeAll(async () => {
    const [mine, theirs] = [await make(), await make()];
    spki = hex(await crypto.subtle.exportKey('spki', mine.publicKey));
    other = hex(await crypto.subtle.exportKey('spki', theirs.publicKey));
    signature = hex(await crypto.subtle.sign(algorithm, mine.privateKey, Buffer.from(MESSAGE)));
  });
  const rsa = { AlgID: RSA };

  it('matches, in hex and in base64', async () => {
    const base64 = Buffer.from(signature, 'hex').toString('base64');
    expect(await check(ds(signature, rsa), key(spki, rsa))).toEqual(MATCHES);
    expect(await check(ds(base64, rsa), key(Buffer.from(spki, 'hex').toString('base64'), rsa))).toEqual(
      MATCHES,
    );
  });

  it('differs under another key, and with a bit changed', async () => {
    const flipped = `${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`;
    expect(await check(ds(signature, rsa), key(other, rsa))).toEqual(DIFFERS);
    expect(await check(ds(flipped, rsa), key(spki, rsa))).toEqual(DIFFERS);
  });

  it('calls a key malformed that is none', async () => {
    expect(await check(ds(signature, rsa), key('3000', rsa))).toEqual(unchecked('malformed'));
  });
});

describe('what cannot be checked', () => {
  it.each([
    ['another algorithm', 'algorithm', [ds('aa', { AlgID: '1.2.840.10045.4.3.2' }), key(PUBLIC)]],
    ['no key', 'no-key', [ds('aa')]],
    ['a certificate only', 'certificate', [ds('aa'), { Type: 'Cert', Value: '30' }]],
    ['a content binding only', 'no-signature', [ds('aa', { TBSData: { Type: 'Bnd' } }), key(PUBLIC)]],
  ])('is said of %s', async (_, why, entries) => {
    expect(await check(...entries)).toEqual(unchecked(why));
  });

  it('is said of broken and of absent SecurityData', async () => {
    expect(await checkSecuritySignature(input('ReservedCode1', '{"SecurityData":'))).toEqual(
      unchecked('malformed'),
    );
    expect(await checkSecuritySignature(input('ReservedCode1', 'e862'))).toEqual(unchecked('no-signature'));
  });
});
