import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CredentialCheck } from '../../../lib/c2pa/credential';
import { ownList, parseOwnAnchors } from '../../../lib/c2pa/trust/own-anchors';
import type { TrustLists } from '../../../lib/c2pa/trust/trust-lists';
import { verifyCredential } from '../../../lib/c2pa/verify';
import { presentationOf } from '../../../lib/checker/media-type';
import { c2pa } from '../../media/make/writers/c2pa';
import { withBrokenSignature, withChangedEnd, withTwoStores } from '../../support/c2pa/damage';
import { nodeLibrary } from '../../support/c2pa/library';
import { zip } from '../../support/samples/zip';
import { ROOT } from '../../support/source/modules';

const media = (name: string) => new Uint8Array(readFileSync(join(ROOT, 'test/media', name)));
const rootPem = () => readFileSync(join(ROOT, 'test/media/make/keys/TEST-ONLY-root.cert.pem'), 'utf8');

async function ownAnchor(): Promise<TrustLists> {
  const own = ownList((await parseOwnAnchors(rootPem())).anchors);
  return own === undefined ? {} : { own };
}

async function verify(bytes: Uint8Array, trust: TrustLists = {}, mime = 'image/jpeg') {
  return await verifyCredential(await nodeLibrary(), { bytes, mime }, trust);
}

async function stateOf(bytes: Uint8Array, trust: TrustLists = {}, mime = 'image/jpeg'): Promise<string> {
  const { check } = await verify(bytes, trust, mime);
  return stateWords(check);
}

function stateWords(check: CredentialCheck): string {
  if (check.kind !== 'checked') return 'why' in check ? `unchecked ${check.why}` : check.kind;
  return `${check.integrity} ${check.signer}${check.unbound ? ' unbound' : ''}`;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('verifyCredential', () => {
  it('says of an untouched file that it is intact, and of its signer that no list covers it', async () => {
    expect(await stateOf(media('c2pa/created.jpg'))).toBe('intact unlisted');
    expect(await stateOf(media('c2pa/created.png'), {}, 'image/png')).toBe('intact unlisted');
    expect(await stateOf(media('c2pa/created.webp'), {}, 'image/webp')).toBe('intact unlisted');
  });

  it('knows a signer by an anchor the user added', async () => {
    expect(await stateOf(media('c2pa/created.jpg'), await ownAnchor())).toBe('intact own');
  });

  it('does not take an authority for time stamps for a signer', async () => {
    const { own } = await ownAnchor();
    expect(await stateOf(media('c2pa/created.jpg'), own === undefined ? {} : { timeStamps: own })).toBe(
      'intact unlisted',
    );
  });

  it('gives the heaviest list that covers a signer by itself', async () => {
    const { own } = await ownAnchor();
    if (own === undefined) throw new Error('no anchor');
    expect(await stateOf(media('c2pa/created.jpg'), { interim: own })).toBe('intact interim');
    expect(await stateOf(media('c2pa/created.jpg'), { interim: own, own })).toBe('intact own');
    expect(await stateOf(media('c2pa/created.jpg'), { interim: own, own, official: own })).toBe(
      'intact listed',
    );
  });

  it('says that the content changed, whoever signed it', async () => {
    expect(await stateOf(media('c2pa/tampered.jpg'))).toBe('content-changed unlisted');
    expect(await stateOf(withChangedEnd(media('c2pa/created.jpg')), await ownAnchor())).toBe(
      'content-changed own',
    );
  });

  it('says that the signature is broken when the signature differs', async () => {
    expect(await stateOf(withBrokenSignature(media('c2pa/created.jpg')))).toBe('signature-broken unlisted');
  });

  it('takes a store that breaks off for malformed, not for tampering', async () => {
    expect(await stateOf(media('c2pa/created.jpg').subarray(0, 4000))).toBe('malformed unlisted');
  });

  it('says of a file into which a second store was put that it is not what was signed', async () => {
    expect(await stateOf(withTwoStores(media('c2pa/created.jpg')))).toBe('content-changed unlisted');
  });

  it('says that nothing is there, and that a type cannot be read', async () => {
    expect(await stateOf(media('plain/lake.jpg'))).toBe('none');
    expect(await stateOf(new TextEncoder().encode('words'), {}, 'text/plain')).toBe('unchecked unsupported');
  });

  it('checks a store without its file as far as it goes', async () => {
    const library = await nodeLibrary();
    const reading = await library.read('image/jpeg', media('c2pa/created.jpg'), '{}');
    const { manifests } = JSON.parse(reading.crJson()) as { manifests: { label: string }[] };
    const store = reading.resourceToBytes(`self#jumbf=/c2pa/${manifests[0]?.label}`);
    reading.free();
    expect(await stateOf(store, await ownAnchor(), 'application/c2pa')).toBe('intact own unbound');
  });

  it('compares a document in a ZIP file where it can, and raises no alarm where it cannot', async () => {
    const parts = [
      { name: 'mimetype', data: 'application/epub+zip', stored: true },
      { name: 'META-INF/container.xml', data: '<container/>', stored: true },
    ];
    const actions = [{ action: 'c2pa.created', source: 'trainedAlgorithmicMedia' }];
    const write = c2pa({ format: 'application/epub+zip', title: 'book', actions }).write;
    const book = new Uint8Array(await write(Buffer.from(zip(parts))));
    const mime = presentationOf('zip')?.mime;
    expect(await stateOf(book, {}, mime)).toBe('intact unlisted');
    // The library says the same of a compressed entry, which it cannot read, and of a changed one.
    const at = Buffer.from(book).indexOf('<container/>');
    expect(at).toBeGreaterThan(0);
    expect(await stateOf(book.with(at + 1, 0x43), {}, mime)).toBe('intact unlisted unbound');
  });

  it('says expired, and not broken, when the certificate ended and no time stamp is there', async () => {
    vi.useFakeTimers({ now: Date.UTC(2060, 0, 1), toFake: ['Date'] });
    expect(await stateOf(media('c2pa/created.jpg'), await ownAnchor())).toBe('intact expired');
    expect(await stateOf(media('c2pa/created.jpg'))).toBe('intact expired');
    expect(await stateOf(media('c2pa/tampered.jpg'))).toBe('content-changed expired');
  });

  it('takes a clock that is behind the certificate for no fault of the file', async () => {
    vi.useFakeTimers({ now: Date.UTC(2020, 0, 1), toFake: ['Date'] });
    expect(await stateOf(media('c2pa/created.jpg'))).toBe('intact expired');
  });

  it('names signer, issuer and validity', async () => {
    const { check } = await verify(media('c2pa/created.jpg'));
    expect(check.kind === 'checked' && check.signedBy).toMatchObject({
      name: 'Bianshi TEST signer - not for use',
      organization: 'Bianshi specimen tests',
      issuer: 'Bianshi TEST root - not for use',
      validTo: '2051-04-04T04:45:18+00:00',
      algorithm: 'es256',
    });
  });
});
