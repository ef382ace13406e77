import { describe, expect, it } from 'vitest';
import { MAX_BLOCK_BYTES, MAX_FIELD_CHARS } from '../../../lib/bytes/limits';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import type { Block } from '../../../lib/containers/container';
import { walkContainer } from '../../../lib/containers/walk';
import { collectFacts } from '../../../lib/facts/collect-facts';
import type { MediaFacts } from '../../../lib/facts/media-facts';
import { bytesOf, iimDataset, imageResource, tiffBlock } from '../../support/metadata-blocks';
import {
  app1Exif,
  app1ExtendedXmp,
  app1Xmp,
  app9Aigc,
  app11Jumbf,
  app13,
  app13Iptc,
  com,
  FIRST_SEGMENT_OFFSET,
  jpeg,
} from '../../support/samples/jpeg';
import { actionsBox, storeBox, superbox } from '../../support/samples/jumbf';
import { eXIf, FIRST_CHUNK_OFFSET, iTXt, png, pngXmp, tEXt, zTXt } from '../../support/samples/png';
import { webp, webpExif } from '../../support/samples/webp';

const TC260 = 'http://www.tc260.org.cn/ns/AIGC/1.0/';
const LABEL = '{"Label":"1","ContentProducer":"picwish"}';
const GUID = '0123456789ABCDEF0123456789ABCDEF';
const ASCII = 2;
const UNDEFINED = 7;

const packet = (attributes: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:T="${TC260}" xmlns:note="http://ns.adobe.com/xmp/note/" ${attributes}/></rdf:RDF></x:xmpmeta>`;
const labelPacket = packet(`T:AIGC='${LABEL}'`);
const comment = tiffBlock([], [{ tag: 0x9286, type: UNDEFINED, value: `ASCII\0\0\0${LABEL}` }]);
const credit = iimDataset(2, 110, 'Made with Google AI');

async function factsOf(file: Uint8Array, reader = new RangeReader(memorySource(file))): Promise<MediaFacts> {
  const { container, blocks } = await walkContainer(reader);
  if (container === 'unknown') throw new Error('not a sample');
  return collectFacts(container, blocks, reader);
}

/** Language, name, value and path of every field. */
const summary = ({ fields }: MediaFacts) =>
  fields.map(({ language, name, value, place }) => [language, name, value, place.path.join(' › ')]);

describe('collectFacts', () => {
  it('reads every language of a JPEG, in the order of the file', async () => {
    const segments = [app1Exif(comment), app1Xmp(labelPacket), app13Iptc(credit), com('a comment\0')];
    const facts = await factsOf(jpeg({ segments: [...segments, app9Aigc(LABEL)] }));
    expect(summary(facts)).toEqual([
      ['exif', 'UserComment', LABEL, 'JPEG › APP1 › EXIF › UserComment'],
      ['xmp', `{${TC260}}AIGC`, LABEL, 'JPEG › APP1 › XMP › TC260:AIGC'],
      ['iim', '2:110', 'Made with Google AI', 'JPEG › APP13 › IPTC › 2:110'],
      ['comment', 'COM', 'a comment', 'JPEG › COM'],
      ['comment', 'APP9', `AIGC${LABEL}`, 'JPEG › APP9'],
    ]);
    expect([facts.container, facts.faults, 'c2pa' in facts]).toEqual(['jpeg', [], false]);
  });

  it('gives the offset of an EXIF value and of the block of an XMP property', async () => {
    const file = jpeg({ segments: [app1Exif(comment), app1Xmp(labelPacket)] });
    const { fields } = await factsOf(file);
    expect(fields.map(({ place }) => place.offset)).toEqual([
      Buffer.from(file).indexOf('ASCII\0\0\0'),
      Buffer.from(file).indexOf('<x:xmpmeta'),
    ]);
  });

  it('reads every kind of PNG text, before and behind the pixels', async () => {
    const hex = Buffer.from(bytesOf(imageResource(0x0404, credit))).toString('hex');
    const profile = `\nIPTC profile\n      ${hex.length / 2}\n${hex}\n`;
    const before = [tEXt('AIGC', LABEL), zTXt('parameters', 'Steps: 20'), pngXmp(labelPacket)];
    const after = [zTXt('Raw profile type iptc', profile), iTXt('Title', '标题'), eXIf(comment)];
    const facts = await factsOf(png({ before, after }));
    expect(summary(facts)).toEqual([
      ['png-text', 'AIGC', LABEL, 'PNG › tEXt › AIGC'],
      ['png-text', 'parameters', 'Steps: 20', 'PNG › zTXt › parameters'],
      ['xmp', `{${TC260}}AIGC`, LABEL, 'PNG › iTXt › XML:com.adobe.xmp › TC260:AIGC'],
      ['iim', '2:110', 'Made with Google AI', 'PNG › zTXt › Raw profile type iptc › 2:110'],
      ['png-text', 'Title', '标题', 'PNG › iTXt › Title'],
      ['exif', 'UserComment', LABEL, 'PNG › eXIf › UserComment'],
    ]);
    expect(facts.fields[0]?.place.offset).toBe(FIRST_CHUNK_OFFSET + 8);
  });

  it('reads the XMP and IIM that TIFF tags hold, behind the pixels of a WebP', async () => {
    const tiff = tiffBlock([
      { tag: 0x02bc, type: 1, value: labelPacket },
      { tag: 0x83bb, type: UNDEFINED, value: credit },
    ]);
    const facts = await factsOf(webp({ after: [webpExif(tiff)] }));
    expect(summary(facts)).toEqual([
      ['xmp', `{${TC260}}AIGC`, LABEL, 'WebP › EXIF › XMP › TC260:AIGC'],
      ['iim', '2:110', 'Made with Google AI', 'WebP › EXIF › IIM › 2:110'],
    ]);
  });

  it('reads extended XMP that the main packet names, in the place of its block', async () => {
    const extended = app1ExtendedXmp(GUID, labelPacket, 100);
    const main = app1Xmp(packet(`note:HasExtendedXMP="${GUID.toLowerCase()}"`));
    const facts = await factsOf(jpeg({ segments: [...extended, main] }));
    expect(facts.fields.map(({ name }) => name)).toEqual([
      `{${TC260}}AIGC`,
      '{http://ns.adobe.com/xmp/note/}HasExtendedXMP',
    ]);
    expect(facts.faults).toEqual([]);
  });

  it('passes over extended XMP that no packet names', async () => {
    const facts = await factsOf(jpeg({ segments: app1ExtendedXmp(GUID, labelPacket) }));
    expect(facts.fields).toEqual([]);
    expect(facts.faults).toMatchObject([
      { state: 'malformed', why: 'extended XMP that no main packet names' },
    ]);
  });

  it('gives the C2PA store, and the number of them', async () => {
    const store = storeBox({ label: 'urn:c2pa:one', assertions: [actionsBox([{ action: 'c2pa.created' }])] });
    const one = await factsOf(jpeg({ segments: app11Jumbf(store) }));
    const two = await factsOf(
      jpeg({ segments: [...app11Jumbf(store), ...app11Jumbf(store, { instance: 2 })] }),
    );
    expect(one.c2pa).toMatchObject({ active: 'urn:c2pa:one', stores: 1 });
    expect(two.c2pa).toMatchObject({ active: 'urn:c2pa:one', stores: 2 });
  });

  it('passes over JUMBF boxes that are no C2PA store', async () => {
    const facts = await factsOf(jpeg({ segments: app11Jumbf(superbox('json', 'other')) }));
    expect(['c2pa' in facts, facts.faults]).toEqual([false, []]);
  });
});

describe('collectFacts: bad blocks', () => {
  it('keeps a malformed block from spoiling the others', async () => {
    const segments = [
      app1Exif(bytesOf('no TIFF block')),
      app1Xmp(`${labelPacket.slice(0, -20)}`),
      app13(bytesOf('no image resource')),
      ...app11Jumbf(superbox('c2pa', 'c2pa')),
      com('still read'),
    ];
    const facts = await factsOf(jpeg({ segments }));
    expect(summary(facts)).toEqual([
      ['xmp', `{${TC260}}AIGC`, LABEL, 'JPEG › APP1 › XMP › TC260:AIGC'],
      ['comment', 'COM', 'still read', 'JPEG › COM'],
    ]);
    const states = facts.faults.map(({ place, state }) => [place.path.join(' › '), state]);
    expect(states).toEqual([
      ['JPEG › APP1 › EXIF', 'malformed'],
      ['JPEG › APP1 › XMP', 'truncated'],
      ['JPEG › APP13 › IPTC', 'malformed'],
      ['JPEG › APP11 › JUMBF', 'malformed'],
    ]);
    expect(facts.faults[0]?.place.offset).toBe(FIRST_SEGMENT_OFFSET + 10);
  });

  it('stops an inflate bomb and reads on', async () => {
    const bomb = zTXt('bomb', new Uint8Array(8 * 1024 * 1024));
    const facts = await factsOf(png({ before: [bomb, tEXt('AIGC', LABEL)] }));
    expect(summary(facts)).toEqual([['png-text', 'AIGC', LABEL, 'PNG › tEXt › AIGC']]);
    expect(facts.faults).toMatchObject([{ state: 'over-budget', place: { path: ['PNG', 'zTXt'] } }]);
  });

  it('reads a block at the size limit and none past it', async () => {
    const block = (length: number): Block => ({
      kind: 'comment',
      path: ['JPEG', 'COM'],
      spans: [{ offset: 0, length }],
    });
    const reader = () => new RangeReader(memorySource(new Uint8Array(MAX_BLOCK_BYTES + 1).fill(0x61)));
    const at = await collectFacts('jpeg', [block(MAX_BLOCK_BYTES)], reader());
    const past = await collectFacts('jpeg', [block(MAX_BLOCK_BYTES + 1)], reader());
    expect([at.fields[0]?.value.length, at.faults]).toEqual([MAX_FIELD_CHARS, []]);
    expect([past.fields, past.faults[0]?.state]).toEqual([[], 'over-budget']);
  });

  it('does not read colour profiles that are written as text', async () => {
    const profile = tEXt('Raw profile type icc', 'x'.repeat(200_000));
    const file = png({ before: [profile, tEXt('AIGC', LABEL)] });
    const reader = new RangeReader(memorySource(file));
    const facts = await factsOf(file, reader);
    expect(summary(facts)).toEqual([['png-text', 'AIGC', LABEL, 'PNG › tEXt › AIGC']]);
    expect(reader.stats.bytes).toBeLessThan(40_000);
  });

  it('reports a block that the file ends in', async () => {
    const whole = bytesOf(labelPacket);
    const cut: Block = {
      kind: 'xmp',
      path: ['WebP', 'XMP'],
      spans: [{ offset: 0, length: whole.length + 1 }],
    };
    const facts = await collectFacts('webp', [cut], new RangeReader(memorySource(whole)));
    expect([facts.fields, facts.faults[0]?.state]).toEqual([[], 'truncated']);
  });

  it('keeps names that are special to JavaScript and HTML as text', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const facts = await factsOf(png({ before: [tEXt('__proto__', html)] }));
    expect(summary(facts)).toEqual([['png-text', '__proto__', html, 'PNG › tEXt › __proto__']]);
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it('ends every prefix of a file in facts', async () => {
    const ascii = [{ tag: 0x010e, type: ASCII, value: `${LABEL}\0` }];
    const file = jpeg({ segments: [app1Exif(tiffBlock(ascii)), app1Xmp(labelPacket), app13Iptc(credit)] });
    const complete = summary(await factsOf(file));
    for (let length = 64; length < file.length; length += 3) {
      const fields = summary(await factsOf(file.subarray(0, length)));
      expect(complete.slice(0, fields.length)).toEqual(fields);
    }
  });
});
