import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { answerToFault } from '../../../lib/c2pa/library-fault';

describe('what a fault of the library means', () => {
  it('names the address of a manifest stored elsewhere, bounded', () => {
    const fault = new Error('C2pa(RemoteManifestUrl("https://example.org/a.c2pa"))');
    expect(answerToFault(fault)).toEqual({ kind: 'elsewhere', url: 'https://example.org/a.c2pa' });
    const long = answerToFault(new Error(`C2pa(RemoteManifestUrl("https://${'x'.repeat(9000)}"))`));
    expect(long.kind === 'elsewhere' && long.url.length).toBe(4096);
  });

  it.each([
    ['C2pa(JumbfNotFound)', { kind: 'none' }],
    ['C2pa(UnsupportedType)', { kind: 'unchecked', why: 'unsupported' }],
    ['C2pa(PrereleaseError)', { kind: 'unchecked', why: 'unsupported' }],
    ['RuntimeError: unreachable', { kind: 'unchecked', why: 'checker-failed' }],
    ['C2pa(BadParam("could not parse configuration"))', { kind: 'unchecked', why: 'checker-failed' }],
  ])('%s', (message, check) => {
    expect(answerToFault(new Error(message))).toEqual(check);
  });

  it.each([
    'C2pa(UnknownAlgorithm)',
    'C2pa(InvalidAsset("PNG out of range"))',
    'C2pa(JumbfParseError(UnexpectedEof))',
  ])('%s is malformed, with the reason, and no alarm', (message) => {
    const answer = answerToFault(new Error(message));
    expect(answer).toMatchObject({ kind: 'checked', integrity: 'malformed', signer: 'unlisted', failed: [] });
    expect(answer.kind === 'checked' && answer.codes[0]).toMatchObject({
      code: 'general.error',
      explanation: `Error: ${message}`,
    });
  });

  it('tells an answer that is too large from one that is no crJSON', () => {
    expect(answerToFault(new ByteFault('over-budget', 'x'))).toEqual({ kind: 'unchecked', why: 'too-large' });
    expect(answerToFault(new ByteFault('malformed', 'x'))).toMatchObject({ integrity: 'malformed' });
  });

  it('does not fail on what is not even an error', () => {
    expect(answerToFault(undefined)).toEqual({ kind: 'unchecked', why: 'checker-failed' });
  });
});
