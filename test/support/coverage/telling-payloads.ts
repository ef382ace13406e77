import type { Block, BlockKind } from '../../../lib/containers/container';
import { iimDataset, imageResource, tiffBlock } from '../metadata-blocks';
import { asBytes, concat, latin1, utf8 } from '../samples/bytes';
import { vorbisComments } from '../samples/flac';
import { amfEcmaArray, amfScript, amfString } from '../samples/flv';
import { id3v1, utf8Text } from '../samples/id3';
import { actionsBox, IPTC, storeBox } from '../samples/jumbf';
import { simpleTag, tags } from '../samples/webm';
import { customXml, odfMeta, packageXml } from '../samples/zip';

/** A payload that states an origin, and the key of the block it would stand in where that differs. */
export type Telling = { readonly content: Uint8Array; readonly key?: string };

const LABEL =
  '{"Label":"1","ContentProducer":"001191440300708461136T1WFUO","ProduceID":"7","ReservedCode1":""}';
const INFOTEXT =
  'a lotus\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 512x512, Model: x';
const GRAPH = '{"3":{"class_type":"KSampler","inputs":{"seed":1}}}';
const GRAPH_COMMENT = `{"prompt":${GRAPH}}`;
const SUNO = 'made with suno; created=2026-05-01T09:30:00.000Z; id=0f7c2f6e-4a1d-4f0c-9b52-3a0c6f1f8d11';
const CREDIT = 'Made with Google AI';
const TRAINED = `${IPTC}trainedAlgorithmicMedia`;

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" TC260:AIGC="${LABEL.replaceAll('"', '&quot;')}" xmp:CreatorTool="reve.com" Iptc4xmpExt:DigitalSourceType="${TRAINED}"/></rdf:RDF></x:xmpmeta>`;
const STORE = storeBox({
  label: 'urn:c2pa:1',
  assertions: [actionsBox([{ action: 'c2pa.created', digitalSourceType: TRAINED }])],
});

const wrapped = `{"AIGC":${LABEL}}`;
const only = (content: string | Uint8Array): readonly Telling[] => [{ content: asBytes(content) }];
const keyed = (key: string, content: string | Uint8Array): Telling => ({ key, content: asBytes(content) });
const iim = (dataset: number, value: string): Uint8Array => iimDataset(2, dataset, value);
const pngText = (keyword: string, text: string): Telling => keyed('tEXt', `${keyword}\0${text}`);
const exifComment = (text: string): Telling => ({
  content: tiffBlock([], [{ tag: 0x9286, type: 7, value: `ASCII\0\0\0${text}` }]),
});

const amf = (values: Parameters<typeof amfEcmaArray>[0], script = 'onMetaData'): Telling => ({
  content: amfScript(script, amfEcmaArray(values)),
});
const PNG_TEXTS = [pngText('AIGC', LABEL), pngText('parameters', INFOTEXT)];
const PNG_XMP = keyed('iTXt', concat(latin1('XML:com.adobe.xmp\0\0\0\0\0'), utf8(XMP)));

const DOCUMENT_TEXTS: ReadonlyMap<string, string> = new Map([
  ['AIGC', LABEL],
  ['JSON-LD', `{"@type":"ImageObject","digitalSourceType":"${TRAINED}"}`],
  ['schema.org:digitalSourceType', TRAINED],
  ['ai-disclosure', 'ai-generated'],
]);

const DOCUMENT_XML: ReadonlyMap<string, string> = new Map([
  ['ooxml-custom', customXml({ AIGC: LABEL })],
  ['odf-meta', odfMeta({ AIGC: LABEL })],
  ['opf', packageXml(`<meta property="AIGC">${LABEL.replaceAll('"', '&quot;')}</meta>`)],
]);

const PAYLOADS: { readonly [kind in BlockKind]: (key: string, block: Block) => readonly Telling[] } = {
  xmp: () => only(XMP),
  // counts only where the main packet names it; says what that one can say
  'xmp-extended': () => [],
  exif: () => [exifComment(wrapped), exifComment(INFOTEXT)],
  iptc: () =>
    [110, 120].map((id) => ({ content: imageResource(0x0404, iim(id, id === 110 ? CREDIT : wrapped)) })),
  iim: () => [...only(iim(110, CREDIT)), ...only(iim(120, wrapped))],
  'png-text': (key) => (key === 'iTXt' ? [PNG_XMP, ...PNG_TEXTS] : PNG_TEXTS),
  comment: () => [...only(wrapped), ...only(INFOTEXT)],
  'mp4-tag': () => [keyed('AIGC', LABEL), keyed('prompt', GRAPH)],
  'tiff-text': () => [keyed('II:270', wrapped), keyed('II:305', 'AI generated;flux2')],
  id3: (key) =>
    key === 'ID3v1'
      ? [{ content: id3v1('', SUNO.slice(0, 30)) }]
      : [keyed('TXXX', utf8Text('AIGC', LABEL)), keyed('COMM', concat(latin1('\x03eng\0'), utf8(SUNO)))],
  ape: () => [keyed('AIGC', LABEL)],
  'riff-info': (_, { path }) =>
    [keyed('AIGC', LABEL), keyed('ICMT', GRAPH_COMMENT)].slice(0, path.length > 2 ? 2 : 1),
  'vorbis-comment': () => [
    { content: vorbisComments([`AIGC=${LABEL}`]) },
    { content: vorbisComments([`PROMPT=${GRAPH}`]) },
  ],
  ebml: (key) =>
    key === 'Tags'
      ? [{ content: tagsContent('AIGC', LABEL) }, { content: tagsContent('PROMPT', GRAPH) }]
      : [],
  amf: () => [
    amf({ AIGC: amfString(LABEL), comment: amfString(GRAPH_COMMENT) }),
    amf({ liveXML: amfString(XMP) }, 'onXMPData'),
  ],
  'samsung-entry': () => only('{"genAIType":8}'),
  'document-property': (key) => only(DOCUMENT_TEXTS.get(key) ?? ''),
  'document-xml': (key) => only(DOCUMENT_XML.get(key) ?? ''),
  jumbf: () => only(STORE),
};

/** The content of a Tags element, without its header of id 4 and size 8. */
const tagsContent = (name: string, value: string): Uint8Array => tags(simpleTag(name, value)).subarray(12);

/** Payloads that between them make every statement a block of this kind can make. */
export const tellingPayloads = (block: Block): readonly Telling[] =>
  PAYLOADS[block.kind](block.key ?? '', block);
