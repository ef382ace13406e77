import { describe, expect, it } from 'vitest';
import { MAX_GIF_WALK_BYTES } from '../../../lib/bytes/limits';
import { memorySource, type SourceFailure, SourceFault } from '../../../lib/bytes/source';
import { inspect } from '../../../lib/inspect/inspect';
import { failed, notChecked } from '../../../lib/inspect/not-checked';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { bytes, concat } from '../../support/samples/bytes';
import { gif, image, xmpGif } from '../../support/samples/gif';
import { chunk, png, tEXt } from '../../support/samples/png';

const rules = loadRuleBook();
const of = (file: Uint8Array) => inspect(memorySource(file), { rules });
const label = (value: string) =>
  tEXt('AIGC', JSON.stringify({ Label: value, ContentProducer: 'x', ProduceID: 'y' }));
const PACKET =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>';
/** A compressed text whose data is no deflate stream. */
const broken = (keyword: string) =>
  chunk('zTXt', concat(new TextEncoder().encode(keyword), bytes(0, 0, 0xff, 0xff, 0xff)));

describe('inspect', () => {
  it.each([
    ['1', 'confirmed'],
    ['2', 'possible'],
    ['3', 'suspected'],
  ])('says ai for a label %s: %s', async (value, state) => {
    const answer = await of(png({ before: [label(value)] }));
    expect(answer).toMatchObject({ container: 'png', verdict: { kind: 'ai', state }, remarks: [] });
    expect(answer.findings.map(({ signal }) => signal)).toEqual(['gb45438']);
    expect(answer.read).toMatchObject({ state: 'complete', reads: 1 });
  });

  it('says no-label, and for what it looked', async () => {
    const { verdict, findings } = await of(png());
    expect(verdict.kind).toBe('no-label');
    expect(verdict.kind === 'no-label' && verdict.looked).toEqual(
      expect.arrayContaining(['gb45438', 'c2pa', 'iptc']),
    );
    expect(findings).toEqual([]);
  });

  it('keeps what was found before the file ends too early', async () => {
    const whole = png({ before: [label('1')] });
    const answer = await of(whole.subarray(0, whole.length - 20));
    expect(answer.verdict).toMatchObject({ kind: 'ai', state: 'confirmed' });
    expect(answer.read.state).toBe('truncated');
  });

  it('does not say no-label of a file that ends too early', async () => {
    const whole = png();
    expect((await of(whole.subarray(0, whole.length - 20))).verdict).toEqual({
      kind: 'unreadable',
      why: 'truncated',
    });
  });

  it('does not say no-label of a file with a block that cannot be read, and remarks on it', async () => {
    const answer = await of(png({ before: [broken('parameters')] }));
    expect(answer.verdict).toEqual({ kind: 'unreadable', why: 'malformed' });
    expect(answer.remarks.map(({ code }) => code)).toEqual(['block-malformed']);
  });

  it('goes on to other blocks behind one that cannot be read', async () => {
    const answer = await of(png({ before: [broken('parameters'), label('2')] }));
    expect(answer.verdict).toMatchObject({ kind: 'ai', state: 'possible' });
    expect(answer.remarks.length).toBe(1);
  });

  it('says unreadable for what is no medium, and for nothing at all', async () => {
    expect((await of(new TextEncoder().encode('hello, world'))).verdict).toEqual({
      kind: 'unreadable',
      why: 'unsupported',
    });
    expect((await of(bytes())).verdict.kind).toBe('unreadable');
  });

  it.each([
    'network-failed',
    'http-error',
    'timed-out',
    'blocked',
    'private-network',
    'gone',
    'refused-type',
  ] as const)('says not-checked when the bytes are not to be had: %s', async (failure: SourceFailure) => {
    const source = { size: undefined, read: () => Promise.reject(new SourceFault(failure, 'no')) };
    const { verdict, findings } = await inspect(source, { rules });
    expect([verdict, findings]).toEqual([notChecked(failure).verdict, []]);
  });

  it('keeps within a budget it is given', async () => {
    const answer = await inspect(memorySource(png({ before: [label('1')] })), {
      rules,
      budget: { maxBytes: 20 },
    });
    expect(answer.verdict).toEqual({ kind: 'unreadable', why: 'over-budget' });
  });
});

describe('failed', () => {
  it('is unreadable by our own fault', () => {
    expect(failed().verdict).toEqual({ kind: 'unreadable', why: 'internal' });
  });

  it('says of a file beyond a limit what was not looked at, and takes what stands at its start and end', async () => {
    const pixels = image(MAX_GIF_WALK_BYTES);
    const plain = await of(gif({ images: [pixels] }));
    expect(plain.verdict).toEqual({ kind: 'unreadable', why: 'over-budget' });
    expect(plain.remarks.map(({ code }) => code)).toEqual(['rest-not-read']);
    expect(plain.remarks[0]?.value).toMatch(/^GIF parts from \d+ on are not all looked at$/);
    const labelled = await of(gif({ before: [xmpGif(PACKET)], images: [pixels] }));
    expect(labelled).toMatchObject({ verdict: { kind: 'ai' }, remarks: [{ code: 'rest-not-read' }] });
    const behind = await of(gif({ images: [pixels], after: [xmpGif(PACKET)] }));
    expect(behind).toMatchObject({ verdict: { kind: 'ai' }, remarks: [{ code: 'rest-not-read' }] });
  });
});
