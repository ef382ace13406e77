import { expect, it } from 'vitest';
import aac from '../../../../lib/containers/formats/aac';
import { aac as makeAac } from '../../../support/samples/audio';
import { bytes, concat, noise } from '../../../support/samples/bytes';
import { comm, id3Tag, id3v1, txxx } from '../../../support/samples/id3';
import { walkWith } from '../../../support/samples/sources';

it('AAC: finds tags in front of and behind the frames, at exact places', async () => {
  const file = makeAac({ before: [id3Tag([txxx('AIGC', '{"Label":"1"}')])], after: [id3v1('a', 'b')] });
  expect((await walkWith(aac, file)).blocks).toEqual([
    { kind: 'id3', path: ['AAC', 'ID3v2.4', 'TXXX'], spans: [{ offset: 20, length: 19 }], key: 'TXXX' },
    { kind: 'id3', path: ['AAC', 'ID3v1'], spans: [{ offset: 639, length: 128 }], key: 'ID3v1' },
  ]);
});

it('AAC: is told by its frames, also far behind a tag', () => {
  const tagged = concat(id3Tag([comm('x'.repeat(200))]), makeAac());
  expect(aac.sniff(makeAac())).toBe(true);
  expect(aac.sniff(tagged.subarray(0, 64))).toBe(false);
  expect(aac.sniff(tagged.subarray(0, 64), makeAac().subarray(0, 64))).toBe(true);
  for (const other of [
    [0xff, 0xfb, 0x50],
    [0xff, 0xd8, 0xff],
    [0xff, 0xf1, 0x7c],
    [0xff, 0xe1, 0x50],
  ])
    expect(aac.sniff(bytes(...other, 0x80, 0x19, 0x1f, 0xfc))).toBe(false);
});

it('AAC: says malformed where no second frame follows', async () => {
  expect((await walkWith(aac, concat(makeAac({ frames: 1 }), noise(40)))).outcome.state).toBe('malformed');
  expect((await walkWith(aac, makeAac({ frames: 1 }))).outcome.state).toBe('complete');
});
