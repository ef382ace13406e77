import { describe, expect, it } from 'vitest';
import quicktime from '../../../../lib/containers/formats/quicktime';
import { sniff } from '../../../../lib/containers/sniff';
import { bareMeta, boxOf, ftyp, mdat, mdtaMeta, moov, udta, uuidXmp } from '../../../support/samples/bmff';
import { concat, latin1, noise, u32be } from '../../../support/samples/bytes';
import { walkWith } from '../../../support/samples/sources';

const TAGS = { AIGC: '{"Label":"1"}' };

describe('QuickTime', () => {
  it('is told by its brand, or without one by its first box', () => {
    for (const first of ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])
      expect(sniff(boxOf(first, noise(40)))?.id).toBe('quicktime');
    expect(sniff(ftyp('qt  ', 'isom'))?.id).toBe('quicktime');
    expect(sniff(ftyp('isom', 'qt  '))?.id).toBe('mp4');
    expect(sniff(concat(u32be(0), latin1('mdat')))?.id).toBe('quicktime');
    expect(sniff(concat(u32be(7), latin1('mdat')))).toBeUndefined();
  });

  it('gives tags of meta directly in moov, under its own name', async () => {
    const file = concat(ftyp('qt  '), boxOf('wide'), mdat(), moov(mdtaMeta(TAGS, bareMeta)));
    const { blocks, outcome } = await walkWith(quicktime, file);
    expect(blocks.map(({ path, key }) => [path, key])).toEqual([
      [['QuickTime', 'moov', 'meta', 'ilst'], 'AIGC'],
    ]);
    expect(outcome.state).toBe('complete');
  });

  it('gives what a file without a file type box holds', async () => {
    const file = concat(mdat(), moov(udta(mdtaMeta(TAGS))), uuidXmp('<x/>'));
    const { blocks } = await walkWith(quicktime, file);
    expect(blocks.map(({ kind }) => kind)).toEqual(['mp4-tag', 'xmp']);
  });
});
