import type { ContainerId } from '../../../lib/containers/container';
import { tiffBlock } from '../metadata-blocks';
import { ftyp, mdat, mdtaMeta, moov, udta, userText, uuidXmp } from './bmff';
import { concat } from './bytes';
import { gif, xmpGif } from './gif';
import { app1Exif, app1Xmp, app9Aigc, app13Iptc, com, iimDataset, jpeg } from './jpeg';
import { eXIf, iTXt, png, pngXmp, tEXt, zTXt } from './png';
import { webp, webpExif, webpXmp } from './webp';

const LABEL =
  '{"Label":"1","ContentProducer":"001191440300708461136T1WFUO","ProduceID":"7","ReservedCode1":""}';
const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" TC260:AIGC="${LABEL.replaceAll('"', '&quot;')}" photoshop:Credit="Made with Google AI"><Iptc4xmpExt:DigitalSourceType xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const INFOTEXT =
  'a lotus <lora:ink:0.8>\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 512x512, Model: x';
const GRAPH =
  '{"3":{"class_type":"KSampler","inputs":{"seed":1,"positive":["6",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a"}}}';
const EXIF = tiffBlock(
  [{ tag: 0x0131, type: 2, value: 'Tool\0' }],
  [{ tag: 0x9286, type: 7, value: `ASCII\0\0\0${LABEL}` }],
);

const FILES: Readonly<Partial<Record<ContainerId, () => Uint8Array>>> = {
  jpeg: () =>
    jpeg({
      segments: [
        app1Exif(EXIF),
        app1Xmp(XMP),
        app9Aigc(LABEL),
        com(INFOTEXT),
        app13Iptc(iimDataset(2, 110, 'Made with Google AI')),
      ],
    }),
  png: () =>
    png({
      before: [tEXt('parameters', INFOTEXT), zTXt('prompt', GRAPH), pngXmp(XMP), eXIf(EXIF)],
      after: [iTXt('AIGC', LABEL, { compressed: true })],
    }),
  webp: () => webp({ after: [webpExif(EXIF), webpXmp(XMP)] }),
  gif: () => gif({ before: [xmpGif(XMP)] }),
  mp4: () =>
    concat(
      ftyp('isom', 'mp42'),
      moov(mdtaMeta({ AIGC: LABEL }), udta(userText('\xa9cmt', INFOTEXT))),
      mdat(),
      uuidXmp(XMP),
    ),
  quicktime: () => concat(ftyp('qt  '), moov(mdtaMeta({ AIGC: LABEL })), mdat()),
};

/** Files of a container whose blocks hold real statements, where there are builders for such. */
export const spoken = (id: ContainerId): readonly (() => Uint8Array)[] => {
  const file = FILES[id];
  return file === undefined ? [] : [file];
};
