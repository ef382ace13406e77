import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { MAX_JUMBF_CHILDREN, MAX_JUMBF_LABEL_BYTES } from '../../../lib/bytes/limits';
import {
  boxOffset,
  type Jumbf,
  openJumbf,
  readBox,
  readChildren,
  readPayload,
  readRootBox,
  readSuperbox,
} from '../../../lib/metadata/jumbf';
import { driveWhole } from '../../support/parse';
import { utf8 as text, u32be } from '../../support/samples/bytes';
import { bytesOf, hex } from '../../support/samples/cbor';
import { box, description, superbox, typeUuid } from '../../support/samples/jumbf';

const whole = (bytes: Uint8Array): Jumbf => openJumbf([{ offset: 0, length: bytes.length }]);

function* readTree(jumbf: Jumbf) {
  const parent = yield* readSuperbox(jumbf, yield* readRootBox(jumbf));
  return { parent, children: yield* readChildren(jumbf, parent) };
}

function faultOf(bytes: Uint8Array): string {
  try {
    driveWhole(readTree(whole(bytes)), bytes);
  } catch (error) {
    return error instanceof ByteFault ? error.kind : `other: ${String(error)}`;
  }
  return 'complete';
}

describe('JUMBF boxes', () => {
  it('reads type, label and the places of the children', () => {
    const bytes = superbox('c2pa', 'c2pa', box('json', text('{}')), box('cbor', hex('a0')));
    const { parent, children } = driveWhole(readTree(whole(bytes)), bytes).result;
    expect(parent).toMatchObject({
      type: 'jumb',
      kind: 'c2pa',
      label: 'c2pa',
      start: 0,
      end: 57,
      children: 38,
    });
    expect(children.map(({ type, start, end }) => [type, start, end])).toEqual([
      ['json', 38, 48],
      ['cbor', 48, 57],
    ]);
  });

  it('reads no payload of a child', () => {
    const bytes = superbox('c2pa', 'c2pa', box('bidb', new Uint8Array(100_000)), box('cbor', hex('a0')));
    const { asks } = driveWhole(readTree(whole(bytes)), bytes);
    expect(asks.map(({ offset, length }) => [offset, length])).toEqual([
      [0, 8],
      [8, 8],
      [16, 22],
      [38, 8],
      [100_046, 8],
    ]);
  });

  it('takes LBox 0 to the end of the parent and LBox 1 from XLBox', () => {
    const long = bytesOf(u32be(1), text('cbor'), u32be(0), u32be(17), hex('a0'));
    const last = bytesOf(u32be(0), text('json'), text('{}'));
    const bytes = superbox('c2pa', 'c2pa', long, last);
    const { children } = driveWhole(readTree(whole(bytes)), bytes).result;
    expect(children.map(({ type, content, end }) => [type, end - content])).toEqual([
      ['cbor', 1],
      ['json', 2],
    ]);
  });

  it('reads across the borders of spans and tells absolute offsets', () => {
    const bytes = superbox('c2pa', 'c2pa', box('cbor', text('0123456789')));
    const file = bytesOf(new Uint8Array(100), bytes.subarray(0, 41), new Uint8Array(10), bytes.subarray(41));
    const jumbf = openJumbf([
      { offset: 100, length: 41 },
      { offset: 151, length: bytes.length - 41 },
    ]);
    const { children } = driveWhole(readTree(jumbf), file).result;
    const child = children[0]!;
    expect(boxOffset(jumbf, child)).toBe(138);
    const { result, asks } = driveWhole(readPayload(jumbf, child, 10, 'payload'), file);
    expect(new TextDecoder().decode(result)).toBe('0123456789');
    expect(asks).toEqual([{ offset: 156, length: 10, what: 'payload' }]);
    const header = driveWhole(readBox(jumbf, child.start, child.end), file);
    expect(header.asks.map(({ offset, length }) => [offset, length])).toEqual([
      [138, 3],
      [151, 5],
    ]);
  });

  it('keeps an unknown content type as its 16 bytes', () => {
    const uuid = 'ABCDEFGHIJKLMNOP';
    const bytes = box('jumb', box('jumd', text(uuid), Uint8Array.of(3), text('x\0')));
    expect(driveWhole(readTree(whole(bytes)), bytes).result.parent.kind).toBe(uuid);
  });

  it('has an empty label where the toggles say so', () => {
    const bytes = box('jumb', box('jumd', typeUuid('cbor'), Uint8Array.of(0)));
    expect(driveWhole(readTree(whole(bytes)), bytes).result.parent.label).toBe('');
  });

  it('refuses a payload over the limit before reading it', () => {
    const bytes = superbox('c2pa', 'c2pa', box('cbor', new Uint8Array(11)));
    const jumbf = whole(bytes);
    const child = driveWhole(readTree(jumbf), bytes).result.children[0]!;
    expect(() => driveWhole(readPayload(jumbf, child, 10, 'payload'), bytes)).toThrow(
      'payload: 11 bytes, limit 10',
    );
  });
});

describe('JUMBF: hostile input', () => {
  it.each([
    ['empty', hex(''), 'malformed'],
    ['no superbox', box('cbor', hex('a0')), 'malformed'],
    ['no description', box('jumb', box('cbor', hex('a0'))), 'malformed'],
    ['box shorter than its header', superbox('c2pa', 'c2pa', bytesOf(u32be(7), text('cbor'))), 'malformed'],
    [
      'XLBox shorter than its header',
      superbox('c2pa', 'c2pa', bytesOf(u32be(1), text('cbor'), u32be(0), u32be(15))),
      'malformed',
    ],
    [
      'XLBox of 2^64-1',
      superbox('c2pa', 'c2pa', bytesOf(u32be(1), text('cbor'), u32be(0xffffffff), u32be(0xffffffff))),
      'malformed',
    ],
    ['child longer than its parent', superbox('c2pa', 'c2pa', bytesOf(u32be(99), text('cbor'))), 'malformed'],
    ['bytes behind the last box', superbox('c2pa', 'c2pa', hex('000000')), 'malformed'],
    [
      'label without end',
      box('jumb', box('jumd', typeUuid('c2pa'), Uint8Array.of(3), text('c2pa'))),
      'malformed',
    ],
    ['description without toggles', box('jumb', box('jumd', typeUuid('c2pa'))), 'truncated'],
  ])('%s', (_name, bytes, kind) => {
    expect(faultOf(bytes)).toBe(kind);
  });

  it('reads at the label limit and refuses beyond it', () => {
    const labelled = (length: number) => superbox('c2pa', 'x'.repeat(length));
    expect(faultOf(labelled(MAX_JUMBF_LABEL_BYTES - 1))).toBe('complete');
    expect(faultOf(labelled(MAX_JUMBF_LABEL_BYTES))).toBe('malformed');
  });

  it('reads at the limit of children and refuses beyond it', () => {
    const children = (count: number) =>
      superbox('c2pa', 'c2pa', ...Array.from({ length: count }, () => box('free')));
    expect(faultOf(children(MAX_JUMBF_CHILDREN))).toBe('complete');
    expect(faultOf(children(MAX_JUMBF_CHILDREN + 1))).toBe('over-budget');
  });

  it('clamps a root that is longer than its spans and says so', () => {
    const bytes = bytesOf(u32be(5000), text('jumb'), description('c2pa', 'c2pa'));
    const { parent } = driveWhole(readTree(whole(bytes)), bytes).result;
    expect([parent.cut, parent.end]).toEqual([true, bytes.length]);
  });

  it('is truncated where the file ends inside a span', () => {
    const bytes = superbox('c2pa', 'c2pa', box('cbor', hex('a0')));
    const run = () => driveWhole(readTree(whole(bytes)), bytes.subarray(0, 20));
    expect(run).toThrow(ByteFault);
    expect(run).toThrow('is cut off');
  });
});
