import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { StatusCode } from '../../../lib/c2pa/credential';
import { bindingOf, ingredientBinding, isCovered, signerOf } from '../../../lib/c2pa/standing';

const failure = (code: string, explanation?: string): StatusCode => ({
  code: fileText(code),
  kind: 'failure',
  ...(explanation === undefined ? {} : { explanation: fileText(explanation) }),
});
const success = (code: string): StatusCode => ({ code: fileText(code), kind: 'success' });

describe('what codes say of the bytes', () => {
  it.each([
    ['assertion.dataHash.mismatch', 'content-changed'],
    ['assertion.bmffHash.mismatch', 'content-changed'],
    ['assertion.boxesHash.mismatch', 'content-changed'],
    ['assertion.hashedURI.mismatch', 'content-changed'],
    ['claimSignature.mismatch', 'signature-broken'],
    ['claimSignature.missing', 'malformed'],
    ['assertion.missing', 'malformed'],
    ['assertion.action.malformed', 'malformed'],
    ['algorithm.unsupported', 'malformed'],
    ['signingCredential.untrusted', 'intact'],
    ['signingCredential.expired', 'intact'],
    ['signingCredential.revoked', 'intact'],
    ['signingCredential.invalid', 'intact'],
    ['timeStamp.mismatch', 'intact'],
    ['cawg.ica.signer_payload.mismatch', 'intact'],
    ['ingredient.manifest.missing', 'intact'],
  ])('%s: %s', (code, integrity) => {
    expect(bindingOf([failure(code)], false)).toEqual({ integrity, unbound: false });
  });

  it('lets a broken signature win over changed content, and that over malformed', () => {
    const all = ['assertion.missing', 'assertion.dataHash.mismatch', 'claimSignature.mismatch'].map((code) =>
      failure(code),
    );
    expect(bindingOf(all, false).integrity).toBe('signature-broken');
    expect(bindingOf(all.slice(0, 2), false).integrity).toBe('content-changed');
  });

  it.each([
    'data hash exclusion does not match the manifest location in the asset',
    'asset hash error, name: unnamed, error: hash verification( BMFF inithash must not be present for non-fragmented media )',
  ])('does not say changed where nothing was compared: %s', (explanation) => {
    const codes = [failure('assertion.dataHash.mismatch', explanation)];
    expect(bindingOf(codes, false)).toEqual({ integrity: 'intact', unbound: true });
    const other = failure('assertion.dataHash.mismatch', 'Hashes do not match');
    expect(bindingOf([...codes, other], false)).toEqual({ integrity: 'content-changed', unbound: true });
  });

  it('expects no content to match where only the store is there, but assertions must', () => {
    expect(bindingOf([failure('assertion.dataHash.mismatch')], true)).toEqual({
      integrity: 'intact',
      unbound: true,
    });
    expect(bindingOf([failure('assertion.hashedURI.mismatch')], true).integrity).toBe('content-changed');
  });

  it('says of an ingredient that another manifest stands in its place', () => {
    expect(ingredientBinding([failure('ingredient.manifest.mismatch')])).toBe('content-changed');
    expect(ingredientBinding([failure('ingredient.manifest.missing')])).toBe('intact');
    expect(ingredientBinding([failure('assertion.dataHash.mismatch')])).toBe('content-changed');
  });
});

describe('what codes say of the signer', () => {
  it.each([
    [[success('signingCredential.trusted')], 'listed'],
    [[failure('signingCredential.untrusted')], 'unlisted'],
    [[failure('signingCredential.invalid', 'certificate missing required EKU')], 'unlisted'],
    [[success('signingCredential.trusted'), failure('signingCredential.invalid')], 'unlisted'],
    [[success('signingCredential.trusted'), failure('signingCredential.expired')], 'expired'],
    [[failure('signingCredential.untrusted'), failure('signingCredential.expired')], 'expired'],
    [[failure('signingCredential.expired'), failure('signingCredential.ocsp.revoked')], 'revoked'],
    [[failure('signingCredential.revoked')], 'revoked'],
    [[], 'unlisted'],
  ])('%j: %s', (codes, standing) => {
    expect(signerOf(codes)).toBe(standing);
  });

  it('takes no word of success for coverage when another one refuses it', () => {
    expect(isCovered([success('signingCredential.trusted')])).toBe(true);
    expect(isCovered([success('signingCredential.trusted'), failure('signingCredential.untrusted')])).toBe(
      false,
    );
    expect(isCovered([{ code: fileText('signingCredential.trusted'), kind: 'failure' }])).toBe(false);
  });
});
