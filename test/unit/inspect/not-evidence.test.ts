import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { inspect } from '../../../lib/inspect/inspect';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { data, ftyp, mdat, mdirMeta, moov, tag, udta, userText } from '../../support/samples/bmff';
import { concat, latin1, u16le, u32le, utf8 } from '../../support/samples/bytes';
import { app1Exif, app1Xmp, com, jpeg } from '../../support/samples/jpeg';
import { actionsBox, cborBox, IPTC, jsonBox, storeBox } from '../../support/samples/jumbf';
import { caBX, png, pngXmp, tEXt } from '../../support/samples/png';
import { info, list, wav } from '../../support/samples/riff';
import { editorInfo, samsungTrailer } from '../../support/samples/samsung';
import { text, tiff } from '../../support/samples/tiff';
import { riffChunk } from '../../support/samples/webp';

/**
 * What looks like a trace of AI and is none (`REJECTED.md`): each in a file of its own, through the whole pipeline,
 * must neither give a verdict nor a finding that states AI.
 */

const rules = loadRuleBook();

const silence = async (file: Uint8Array) => {
  const { verdict, findings } = await inspect(memorySource(file), { rules, formats: ALL_FORMATS });
  const stating = findings.filter(({ states }) => states.kind === 'ai').map(({ signal }) => signal);
  return { verdict: verdict.kind, stating };
};

const SILENT = { verdict: 'no-label', stating: [] };
type Sample = readonly [what: string, file: Uint8Array];

const movie = (...tags: readonly Uint8Array[]) => concat(ftyp('isom'), mdat(), moov(udta(mdirMeta(...tags))));
const page = (head: string, body = '') =>
  utf8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const ARTIST = 0x013b;
const MAKE = 0x010f;
const SOFTWARE = 0x0131;
const IMAGE_DESCRIPTION = 0x010e;
const exif = (...fields: readonly (readonly [tag: number, value: string])[]) =>
  jpeg({ segments: [app1Exif(tiff({ ifd0: fields.map(([number, value]) => text(number, value)) }))] });
const xmp = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const sourceType = (code: string) =>
  xmp(`<Iptc4xmpExt:DigitalSourceType>${IPTC}${code}</Iptc4xmpExt:DigitalSourceType>`);
const credentials = (...assertions: readonly Uint8Array[]) =>
  png({ before: [caBX(storeBox({ label: 'urn:c2pa:1', assertions }))] });
const created = (code: string) => actionsBox([{ action: 'c2pa.created', digitalSourceType: IPTC + code }]);

describe('encoders and brands', () => {
  it.each<Sample>([
    ['Lavf in the tool tag', movie(tag('©too', data('Lavf60.16.100')))],
    [
      'Google as the producer of the ISO file',
      movie(tag('©too', data('ISO Media file produced by Google Inc.'))),
    ],
    [
      'the same as user data',
      concat(
        ftyp('mp42'),
        mdat(),
        moov(udta(userText('©swr', 'ISO Media file produced by Google Inc. Created on: 05/01/2026.'))),
      ),
    ],
    ['Lavf in a WAV', wav({ before: [list('INFO', info('ISFT', 'Lavf60.16.100'))] })],
    [
      'sound sampled at 96 kHz',
      wav({
        before: [
          riffChunk('fmt ', concat(u16le(1), u16le(1), u32le(96_000), u32le(192_000), u16le(2), u16le(16))),
        ],
      }),
    ],
    ['automatic dubbing', movie(tag('©cmt', data('Auto-dubbed by YouTube')), tag('auto', data('dubbed')))],
  ])('%s', async (_, file) => {
    expect(await silence(file)).toEqual(SILENT);
  });
});

describe('bare keys of PNG', () => {
  it.each([
    'prompt',
    'parameters',
    'Comment',
    'Software',
    'Description',
    'workflow',
    'Dream',
    'Title',
    'Source',
  ])('%s with ordinary words', async (keyword) => {
    const words = 'Stable light in the valley, steps up to the model village, sampler of crafts';
    expect(await silence(png({ before: [tEXt(keyword, words)] }))).toEqual(SILENT);
  });

  it.each<Sample>([
    [
      'JSON of another program',
      png({ before: [tEXt('Comment', '{"prompt":"Say cheese","seed":"sunflower"}')] }),
    ],
    ['"prompt" as text', png({ before: [tEXt('prompt', '"prompt"')] })],
    [
      'A1111 extras',
      png({
        before: [
          tEXt('postprocessing', 'Postprocess upscale by: 4, Postprocess upscaler: ESRGAN'),
          tEXt('extras', 'Postprocess upscale by: 4'),
        ],
      }),
    ],
  ])('%s', async (_, file) => {
    expect(await silence(file)).toEqual(SILENT);
  });
});

describe('products and people', () => {
  it.each<Sample>([
    ['Dreamina by its name alone', exif([IMAGE_DESCRIPTION, '{"product":"dreamina","os":"android"}'])],
    [
      'a video editor of the same company',
      exif([IMAGE_DESCRIPTION, '{"product":"lv","aigc_info":{"aigc_label_type":0}}']),
    ],
    ['an artist called ai', exif([ARTIST, 'ai'])],
    ['Black Forest Labs as the maker', exif([MAKE, 'Black Forest Labs'])],
    ['half of a Grok signature', exif([IMAGE_DESCRIPTION, `Signature: ${'QUJD'.repeat(20)}`])],
    ['the other half', exif([ARTIST, '4800156b-8880-4786-9056-7ca3da449d8c'])],
    ['software tokens without an exact value', exif([SOFTWARE, 'Leonardo Krea Recraft NightCafe'])],
    [
      'a picture the Samsung editor only cropped',
      jpeg({ trailer: samsungTrailer(editorInfo('{"genAIType":0}')) }),
    ],
    ['genAIType outside the editor entries', jpeg({ segments: [com('{"genAIType":8}')] })],
    [
      'a credit line of people',
      jpeg({
        segments: [
          app1Xmp(xmp('<photoshop:Credit>Photo: Made with Google AI Pro tips, J. Doe</photoshop:Credit>')),
        ],
      }),
    ],
    [
      'the version of a system that is not named',
      jpeg({
        segments: [app1Xmp(xmp('<Iptc4xmpExt:AISystemVersionUsed>2.0</Iptc4xmpExt:AISystemVersionUsed>'))],
      }),
    ],
    [
      'the writer of a prompt that is not given',
      jpeg({
        segments: [app1Xmp(xmp('<Iptc4xmpExt:AIPromptWriterName>J. Doe</Iptc4xmpExt:AIPromptWriterName>'))],
      }),
    ],
  ])('%s', async (_, file) => {
    expect(await silence(file)).toEqual(SILENT);
  });
});

describe('source types that neither state nor exclude AI', () => {
  it.each([
    'algorithmicMedia',
    'algorithmicallyEnhanced',
    'composite',
    'dataDrivenMedia',
    'digitalArt',
    'screenCapture',
    'virtualRecording',
  ])('%s, in XMP and as the inception of a C2PA manifest', async (code) => {
    expect(await silence(png({ before: [pngXmp(sourceType(code))] }))).toEqual(SILENT);
    expect(await silence(credentials(created(code)))).toEqual(SILENT);
  });
});

describe('C2PA that says nothing of origin', () => {
  it.each<Sample>([
    [
      'permission to train',
      credentials(
        cborBox('cawg.training-mining', {
          entries: { 'cawg.ai_generative_training': { use: 'notAllowed' } },
        }),
      ),
    ],
    [
      'the same by its old name',
      credentials(
        cborBox('c2pa.training-mining', { entries: { 'c2pa.ai_generative_training': { use: 'allowed' } } }),
      ),
    ],
    ['dubbing', credentials(actionsBox([{ action: 'c2pa.dubbed' }]))],
    [
      'a disclosure that denies it',
      credentials(jsonBox('c2pa.ai_generated_content', { ai_generated: false })),
    ],
    ['the words in a comment', jpeg({ segments: [com(`jumb c2pa ${IPTC}trainedAlgorithmicMedia`)] })],
    ['the words in the pixels', png({ idat: [latin1(`jumbc2pa${IPTC}trainedAlgorithmicMedia`)] })],
  ])('%s', async (_, file) => {
    expect(await silence(file)).toEqual(SILENT);
  });

  it('strings inside a damaged manifest', async () => {
    const store = storeBox({ label: 'urn:c2pa:1', assertions: [created('trainedAlgorithmicMedia')] });
    const lengths = Buffer.from(store);
    lengths.writeUInt32BE(0x7fff_ffff, lengths.indexOf('c2pa.assertions') - 33);
    for (const damaged of [store.subarray(0, store.length - 40), lengths])
      expect((await silence(png({ before: [caBX(damaged)] }))).stating).toEqual([]);
  });
});

describe('style and invisible characters of text', () => {
  it.each([
    ['narrow no-break spaces', '12\u202f000\u202f€, « bonjour\u202f! »'],
    ['zero-width space, joiner, non-joiner, word joiner', 'ab\u200bcd\u200cef\u200dgh\u2060ij\ufeffkl'],
    [
      'tag characters',
      `flag ${String.fromCodePoint(0x1f3f4, 0xe0067, 0xe0062, 0xe0065, 0xe006e, 0xe0067, 0xe007f)} ${String.fromCodePoint(0xe0041, 0xe0049)}`,
    ],
    ['lone variation selectors', `\u2764\ufe0f text\ufe0e \u845b${String.fromCodePoint(0xe0100)}`],
    ['homoglyphs', 'gеnеratеd with \u0410I'],
    [
      'em dashes and favourite words',
      'Let us delve into the rich tapestry — truly — of it. It is not X — it is Y.',
    ],
    ['Markdown left over', '# Title\n\n**Certainly!** Here is the text:\n\n- one\n- two\n\n---\n'],
    ['a long run of zero-width characters', '\u200b\u200c'.repeat(400)],
    ['robots and TDM files', 'User-Agent: GPTBot\nDisallow: /\nDisallowAITraining: /\ntdm-reservation: 1\n'],
    ['prose about labels', 'The AIGC label holds Label, ContentProducer and ProduceID under GB 45438-2025.'],
  ])('%s', async (_, words) => {
    expect(await silence(utf8(words))).toEqual(SILENT);
    expect(await silence(page('<title>t</title>', words))).toEqual(SILENT);
  });
});

describe('pages about training', () => {
  it.each([
    '<meta name="robots" content="noai, noimageai">',
    '<meta name="tdm-reservation" content="1"><meta name="tdm-policy" content="https://example.org/tdm.json">',
    '<link rel="license" type="application/rsl+xml" href="/license.xml">',
    '<meta name="generator" content="AI Website Builder 3">',
  ])('%s', async (head) => {
    expect(await silence(page(head))).toEqual(SILENT);
  });
});

describe('the same samples with evidence are not silent', () => {
  it.each<Sample>([
    [
      'a tag of a movie',
      movie(tag('©cmt', data('{"AIGC":{"Label":"1","ContentProducer":"x","ProduceID":"y"}}'))),
    ],
    ['PNG text', png({ before: [tEXt('parameters', 'a boat\nSteps: 20, Sampler: Euler a')] })],
    [
      'a generation by Dreamina',
      exif([IMAGE_DESCRIPTION, '{"product":"dreamina","exportType":"generation"}']),
    ],
    [
      'a generative edit on a Samsung phone',
      jpeg({ trailer: samsungTrailer(editorInfo('{"genAIType":8}')) }),
    ],
    ['a source type in XMP', png({ before: [pngXmp(sourceType('trainedAlgorithmicMedia'))] })],
    ['a source type in C2PA', credentials(created('trainedAlgorithmicMedia'))],
    [
      'a page with a label',
      page(`<meta name="AIGC" content='{"Label":"1","ContentProducer":"x","ProduceID":"y"}'>`),
    ],
  ])('%s', async (_, file) => {
    const { verdict, stating } = await silence(file);
    expect([verdict, stating.length]).toEqual(['ai', 1]);
  });
});
