import { expect, it } from 'vitest';
import { RangeReader } from '../../../lib/bytes/range-reader';
import { memorySource } from '../../../lib/bytes/source';
import { walkContainer } from '../../../lib/containers/walk';
import { collectFacts } from '../../../lib/facts/collect-facts';
import type { MediaFacts } from '../../../lib/facts/media-facts';
import { mp3 } from '../../support/samples/audio';
import { concat, latin1 } from '../../support/samples/bytes';
import { flac, flacComments } from '../../support/samples/flac';
import { amfObject, amfString, flv, flvScript } from '../../support/samples/flv';
import {
  apeItem,
  apeTag,
  comm,
  geob,
  id3Tag,
  id3v1,
  privXmp,
  stuffed,
  txxx,
} from '../../support/samples/id3';
import { actionsBox, IPTC, storeBox } from '../../support/samples/jumbf';
import { OPUS_HEAD, opusTags, SOUND, stream } from '../../support/samples/ogg';
import { info, list, wav } from '../../support/samples/riff';
import { cluster, segmentInfo, simpleTag, tags, webm } from '../../support/samples/webm';
import { riffChunk } from '../../support/samples/webp';

const LABEL = '{"Label":"1"}';
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:T="http://www.tc260.org.cn/ns/AIGC/1.0/" T:AIGC="x"/></rdf:RDF></x:xmpmeta>';
const STORE = storeBox({
  label: 'urn:c2pa:1',
  assertions: [actionsBox([{ action: 'c2pa.created', digitalSourceType: `${IPTC}trainedAlgorithmicMedia` }])],
});

async function factsOf(file: Uint8Array): Promise<MediaFacts> {
  const reader = new RangeReader(memorySource(file));
  const { container, blocks } = await walkContainer(reader);
  if (container === 'unknown') throw new Error('not a sample');
  return collectFacts(container, blocks, reader);
}

const summary = ({ fields }: MediaFacts) =>
  fields.map(({ language, name, value, place }) => [language, name, value, place.path.join(' › ')]);

/** What stands in the file at the place of each field. */
const atPlaces = (file: Uint8Array, { fields }: MediaFacts) =>
  fields.map(({ place, value }) =>
    Buffer.from(file).toString('utf8', place.offset, (place.offset ?? 0) + value.length),
  );

it('reads every language of an MP3, in the order of the file', async () => {
  const front = id3Tag([txxx('AIGC', LABEL), comm('hi', 'note'), privXmp(XMP)]);
  const after = [apeTag([apeItem('Aigc', LABEL)]), id3v1('a title', 'a comment')];
  expect(summary(await factsOf(mp3({ before: [front], after })))).toEqual([
    ['id3', 'TXXX:AIGC', LABEL, 'MP3 › ID3v2.4 › TXXX:AIGC'],
    ['id3', 'COMM:note', 'hi', 'MP3 › ID3v2.4 › COMM:note'],
    ['xmp', '{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC', 'x', 'MP3 › ID3v2.4 › PRIV › TC260:AIGC'],
    ['ape', 'AIGC', LABEL, 'MP3 › APE'],
    ['id3', 'ID3v1:title', 'a title', 'MP3 › ID3v1'],
    ['id3', 'ID3v1:comment', 'a comment', 'MP3 › ID3v1'],
  ]);
});

it('reads a C2PA store from GEOB, plain and unsynchronised, in MP3 and in front of FLAC', async () => {
  const plain = id3Tag([geob(STORE)]);
  const three = id3Tag([stuffed(geob(STORE, 'application/c2pa', 3))], { version: 3, flags: 0x80 });
  for (const tag of [plain, three])
    for (const file of [mp3({ before: [tag] }), flac({ tags: [tag] })]) {
      const { c2pa, faults } = await factsOf(file);
      expect([c2pa?.manifests.length, c2pa?.active, faults]).toEqual([1, 'urn:c2pa:1', []]);
    }
});

it('reads texts, ID3 and XMP of a WAV', async () => {
  const id3 = riffChunk('id3 ', id3Tag([txxx('AIGC', LABEL)]));
  const file = wav({
    before: [riffChunk('AIGC', latin1(`${LABEL}\0`)), list('INFO', info('ICMT', '标签'))],
    after: [id3, riffChunk('_PMX', latin1(XMP))],
  });
  expect(summary(await factsOf(file))).toEqual([
    ['riff', 'AIGC', LABEL, 'WAV › AIGC'],
    ['riff', 'ICMT', '标签', 'WAV › LIST/INFO › ICMT'],
    ['id3', 'TXXX:AIGC', LABEL, 'WAV › id3 › ID3v2.4 › TXXX:AIGC'],
    ['xmp', '{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC', 'x', 'WAV › XMP › TC260:AIGC'],
  ]);
});

it('reads Vorbis comments of FLAC and Ogg, placed at their values', async () => {
  const inFlac = flac({ blocks: [flacComments('A=b', `aigc=${LABEL}`)] });
  const long = `A=${'x'.repeat(3000)}`;
  const inOgg = concat(...stream(1, [OPUS_HEAD, opusTags(long, `AIGC=${LABEL}`), SOUND], 3));
  for (const [file, path] of [
    [inFlac, 'FLAC › VORBIS_COMMENT › AIGC'],
    [inOgg, 'Ogg › Opus › AIGC'],
  ] as const) {
    const facts = await factsOf(file);
    expect(summary(facts)[1]).toEqual(['vorbis', 'AIGC', LABEL, path]);
    expect(atPlaces(file, facts)[1]).toBe(LABEL);
  }
});

it('reads tags and info of a WebM, placed at their texts', async () => {
  const file = webm({ elements: [segmentInfo('a', 'b'), tags(simpleTag('AIGC', LABEL)), cluster()] });
  const facts = await factsOf(file);
  expect(summary(facts)).toEqual([
    ['ebml', 'Title', 'a', 'WebM › Info › Title'],
    ['ebml', 'WritingApp', 'b', 'WebM › Info › WritingApp'],
    ['ebml', 'AIGC', LABEL, 'WebM › Tags › AIGC'],
  ]);
  expect(atPlaces(file, facts)).toEqual(['a', 'b', LABEL]);
});

it('reads the scripts of an FLV, XMP among them', async () => {
  const metadata = flvScript('onMetaData', amfObject({ AIGC: amfString(LABEL) }));
  const file = flv([metadata, flvScript('onXMPData', amfObject({ liveXML: amfString(XMP) }))]);
  const facts = await factsOf(file);
  expect(summary(facts)).toEqual([
    ['amf', 'AIGC', LABEL, 'FLV › script › onMetaData › AIGC'],
    [
      'xmp',
      '{http://www.tc260.org.cn/ns/AIGC/1.0/}AIGC',
      'x',
      'FLV › script › onXMPData › liveXML › TC260:AIGC',
    ],
  ]);
  expect(atPlaces(file, facts)[0]).toBe(LABEL);
});

it('reports faults of one block and goes on with the others', async () => {
  const broken = flvScript('onMetaData', latin1('\x03\0\x01a\x02\0\xff'));
  const facts = await factsOf(flv([broken, flvScript('onMetaData', amfObject({ a: amfString('b') }))]));
  expect(facts.faults.map(({ state, place }) => [state, place.offset])).toEqual([['truncated', 24]]);
  expect(summary(facts)).toEqual([['amf', 'a', 'b', 'FLV › script › onMetaData › a']]);
});
