import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BasicConstraints, Certificate } from 'pkijs';
import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../../lib/bytes/fault';
import { MAX_CERTIFICATE_BYTES } from '../../../../lib/bytes/limits';
import { derOf, pemBodies } from '../../../../lib/c2pa/trust/pem-blocks';
import { readCertificate } from '../../../../lib/c2pa/trust/read-certificate';
import { listFiles } from '../../../../lib/c2pa/trust/sources';
import { der, hex } from '../../../support/c2pa/der-writer';
import { trustText } from '../../../support/c2pa/trust';
import { ROOT } from '../../../support/source/modules';

type Parts = {
  readonly version?: Uint8Array;
  readonly issuer?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly dates?: readonly Uint8Array[];
  readonly extensions?: readonly Uint8Array[];
  readonly behind?: Uint8Array;
};

const EMPTY = der(0x30);
const text = (tag: number, value: string, coding: BufferEncoding = 'utf8') =>
  der(tag, Buffer.from(value, coding));
const attribute = (type: string, value: Uint8Array) => der(0x31, der(0x30, der(0x06, hex(type)), value));
const name = (...attributes: readonly Uint8Array[]) => der(0x30, ...attributes);
const commonName = (value: Uint8Array) => name(attribute('550403', value));
const utc = (value: string) => text(0x17, value);
const YEAR = [utc('260101000000Z'), utc('270101000000Z')];
const constraints = (...content: readonly Uint8Array[]) =>
  der(0x30, der(0x06, hex('551d13')), der(0x01, hex('ff')), der(0x04, der(0x30, ...content)));

/** A certificate as RFC 5280 §4.1 has it, with no key and no signature worth the name. */
function certificate(parts: Parts = {}): Uint8Array<ArrayBuffer> {
  const stated = der(
    0x30,
    parts.version ?? der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('00c0ffee')),
    EMPTY,
    parts.issuer ?? commonName(text(0x0c, 'Issuer')),
    der(0x30, ...(parts.dates ?? YEAR)),
    parts.subject ?? commonName(text(0x0c, 'Subject')),
    EMPTY,
    ...(parts.extensions ? [der(0xa3, der(0x30, ...parts.extensions))] : []),
  );
  const whole = der(0x30, stated, EMPTY, der(0x03, hex('00')));
  return new Uint8Array(Buffer.concat([whole, parts.behind ?? new Uint8Array(0)]));
}

const kindOf = (bytes: Uint8Array<ArrayBuffer>) =>
  readCertificate(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof ByteFault ? error.kind : error),
  );

describe('readCertificate', () => {
  it('reads what people see', async () => {
    const facts = await readCertificate(certificate());
    expect(facts).toMatchObject({
      subject: 'Subject',
      issuer: 'Issuer',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
      authority: false,
    });
    expect('organization' in facts).toBe(false);
  });

  it.each([
    ['UTF8String', text(0x0c, '辨识')],
    ['BMPString', der(0x1e, hex('8fa88bc6'))],
  ])('reads a name written as %s', async (_, value) => {
    expect((await readCertificate(certificate({ subject: commonName(value) }))).subject).toBe('辨识');
  });

  it.each([0x12, 0x13, 0x14, 0x16, 0x1a])('reads a name of tag %i as one byte a letter', async (tag) => {
    const subject = commonName(text(tag, 'Caf\u00e9', 'latin1'));
    expect((await readCertificate(certificate({ subject }))).subject).toBe('Café');
  });

  it('takes the organization for want of a name, and the serial number for want of both', async () => {
    const organization = name(attribute('55040a', text(0x13, 'Org')), attribute('550403', text(0x0c, ' ')));
    const facts = await readCertificate(certificate({ subject: organization, issuer: organization }));
    expect(facts).toMatchObject({ subject: 'Org', organization: 'Org', issuer: 'Org' });
    const nameless = await readCertificate(certificate({ subject: name(), issuer: name() }));
    expect(nameless.subject).toBe('00c0ffee');
    expect('issuer' in nameless).toBe(false);
  });

  it.each([
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
  ])('reads the two digits of a year in %s', async (from, iso) => {
    const facts = await readCertificate(certificate({ dates: [utc(from), text(0x18, '20600102030405Z')] }));
    expect(facts.validFrom).toBe(iso);
    expect(facts.validTo).toBe('2060-01-02T03:04:05.000Z');
  });

  it.each([
    ['cA true', [der(0x01, hex('ff'))], true],
    ['cA true and a path length', [der(0x01, hex('ff')), der(0x02, hex('01'))], true],
    ['cA false', [der(0x01, hex('00'))], false],
    ['cA left to its default', [], false],
    ['a path length alone', [der(0x02, hex('01'))], false],
  ])('tells an authority: %s', async (_, content, authority) => {
    const other = der(0x30, der(0x06, hex('551d0f')), der(0x04, der(0x03, hex('0106'))));
    const extensions = [other, constraints(...content)];
    expect((await readCertificate(certificate({ extensions }))).authority).toBe(authority);
  });

  it('reads a certificate of version 1, which states no version', async () => {
    const facts = await readCertificate(certificate({ version: new Uint8Array(0) }));
    expect(facts).toMatchObject({ subject: 'Subject', authority: false });
  });

  it.each([
    ['no dates', certificate({ dates: [] })],
    ['one date', certificate({ dates: [utc('260101000000Z')] })],
    ['a date that is none', certificate({ dates: [utc('261301000000Z'), utc('270101000000Z')] })],
    ['a date with a zone', certificate({ dates: [utc('260101000000+0800'), utc('270101000000Z')] })],
    ['a date of another type', certificate({ dates: [text(0x0c, '260101000000Z'), utc('270101000000Z')] })],
    ['bytes behind it', certificate({ behind: hex('00ff') })],
    ['a name that is none', certificate({ subject: der(0x30, der(0x30)) })],
    ['another value', der(0x30, EMPTY, EMPTY, EMPTY)],
    ['nothing', new Uint8Array(0)],
  ])('refuses %s', async (_, bytes) => {
    expect(await kindOf(bytes)).toBe('malformed');
  });

  it('refuses what is too large before it reads it', async () => {
    expect(await kindOf(new Uint8Array(MAX_CERTIFICATE_BYTES + 1))).toBe('over-budget');
  });

  it('survives every cut and every changed byte of a certificate', async () => {
    const whole = certificate({ extensions: [constraints(der(0x01, hex('ff')))] });
    const kinds = new Set<unknown>();
    for (let at = 0; at < whole.length; at += 1) {
      kinds.add(await kindOf(whole.slice(0, at)));
      for (const value of [0x00, 0x1f, 0x7f, 0x80, 0xff])
        kinds.add(await kindOf(new Uint8Array(whole).fill(value, at, at + 1)));
    }
    expect([...kinds].sort()).toEqual(['malformed', 'read', 'truncated']);
  });
});

describe('readCertificate and a library for certificates', () => {
  it('say the same of every certificate of ours and of the lists', async () => {
    const keys = ['root', 'signer'].map((key) =>
      readFileSync(join(ROOT, `test/media/make/keys/TEST-ONLY-${key}.cert.pem`), 'utf8'),
    );
    const lists = await Promise.all(listFiles().map(({ name }) => trustText(name)));
    const bodies = new Set([...keys, ...lists].flatMap((pem) => pemBodies(pem ?? '')));
    expect(bodies.size).toBeGreaterThan(1);
    for (const body of bodies) {
      const bytes = derOf(body);
      const { validFrom, validTo, authority } = await readCertificate(bytes);
      expect({ validFrom, validTo, authority }).toEqual(asLibrary(bytes));
    }
  });
});

function asLibrary(bytes: Uint8Array<ArrayBuffer>) {
  const { notBefore, notAfter, extensions } = Certificate.fromBER(bytes);
  const found = extensions?.find(({ extnID }) => extnID === '2.5.29.19')?.parsedValue;
  return {
    validFrom: notBefore.value.toISOString(),
    validTo: notAfter.value.toISOString(),
    authority: found instanceof BasicConstraints && found.cA,
  };
}
