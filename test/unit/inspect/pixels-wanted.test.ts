import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../lib/bytes/source';
import { inspect } from '../../../lib/inspect/inspect';
import { pixelsWanted } from '../../../lib/inspect/pixels-wanted';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { OWN_MEDIA_FOLDER } from '../../support/corpus/own-media';

const readingOf = (file: string) =>
  inspect(memorySource(new Uint8Array(readFileSync(OWN_MEDIA_FOLDER + file))), { rules: loadRuleBook() });

describe('looking into pixels', () => {
  it.each([
    ['generator/novelai.png', 'at-once'],
    ['generator/a1111.png', 'on-click'],
    ['plain/lake.jpg', 'on-click'],
    ['plain/sea.webp', 'on-click'],
  ])('of %s happens %s', async (file, when) => {
    expect(pixelsWanted(await readingOf(file))).toBe(when);
  });

  it('happens once', async () => {
    const reading = await readingOf('generator/novelai.png');
    expect(pixelsWanted({ ...reading, pixels: 'decoded' })).toBe('never');
  });

  it('is nothing for what has no pixels to decode', async () => {
    const reading = await readingOf('plain/lake.jpg');
    expect(pixelsWanted({ ...reading, container: 'mp3' })).toBe('never');
    expect(pixelsWanted({ ...reading, container: 'unknown' })).toBe('never');
  });
});
