import { tiffBlock } from '../../support/metadata-blocks';
import { concat, latin1, noise, u16le, u32be, u32le } from '../../support/samples/bytes';
import type { Chance } from './chance';

/** Metadata as cameras, phones and picture editors write it; nothing in it speaks of AI. */

const ASCII = 2;
const SHORT = 3;
const RATIONAL = 5;
const UNDEFINED = 7;

const CAMERAS = [
  ['Canon', 'Canon EOS 80D', 'Adobe Photoshop Lightroom Classic 12.3 (Windows)'],
  ['NIKON CORPORATION', 'NIKON D750', 'Ver.1.15 '],
  ['Apple', 'iPhone 13 Pro', '17.4.1'],
  ['HUAWEI', 'ELE-L29', 'ELE-L29 10.1.0.162(C431E3R1P12)'],
  ['samsung', 'SM-G991B', 'G991BXXU5CVDD'],
  ['SONY', 'ILCE-7M3', 'ILCE-7M3 v4.01'],
] as const;

const text = (tag: number, value: string) => ({ tag, type: ASCII, value: `${value}\0` });
const short = (tag: number, value: number) => ({ tag, type: SHORT, value: u16le(value), count: 1 });
const rational = (tag: number, over: number, under: number) => ({
  tag,
  type: RATIONAL,
  value: concat(u32le(over), u32le(under)),
  count: 1,
});

/** A TIFF block of IFD0 and the Exif IFD with maker notes and a thumbnail behind them, as a camera writes it. */
export function cameraExif(random: Chance): Uint8Array {
  const [make, model, software] = CAMERAS[random.below(CAMERAS.length)] ?? CAMERAS[0];
  const moment = `20${10 + random.below(15)}:0${1 + random.below(9)}:1${random.below(9)} 1${random.below(9)}:21:07`;
  const ifd0 = [
    text(0x010f, make),
    text(0x0110, model),
    short(0x0112, 1),
    rational(0x011a, 72, 1),
    rational(0x011b, 72, 1),
    short(0x0128, 2),
    text(0x0131, software),
    text(0x0132, moment),
  ];
  const exif = [
    rational(0x829a, 1, 50 + random.below(2000)),
    rational(0x829d, 18 + random.below(140), 10),
    short(0x8822, 2),
    short(0x8827, 100 << random.below(6)),
    { tag: 0x9000, type: UNDEFINED, value: '0231' },
    text(0x9003, moment),
    text(0x9004, moment),
    { tag: 0x9101, type: UNDEFINED, value: new Uint8Array([1, 2, 3, 0]) },
    rational(0x9204, 0, 1),
    short(0x9207, 5),
    short(0x9209, 16),
    rational(0x920a, 24 + random.below(200), 1),
    { tag: 0x927c, type: UNDEFINED, value: noise(random.size(400, 12_000), random.below(1e6)) },
    short(0xa001, 1),
    short(0xa002, 6000),
    short(0xa003, 4000),
    text(0xa434, 'EF24-105mm f/4L IS USM'),
  ];
  return concat(tiffBlock(ifd0, exif), noise(random.size(3000, 14_000), random.below(1e6)));
}

/** What a drawing program leaves in EXIF: resolution, software, date. */
export function editorExif(): Uint8Array {
  return tiffBlock([
    rational(0x011a, 720_000, 10_000),
    rational(0x011b, 720_000, 10_000),
    short(0x0128, 2),
    text(0x0131, 'Adobe Photoshop 24.5 (Macintosh)'),
    text(0x0132, '2023:06:01 10:11:12'),
  ]);
}

const DEVELOP = ['Exposure2012', 'Contrast2012', 'Highlights2012', 'Shadows2012', 'Whites2012', 'Blacks2012'];

/** An XMP packet as a photo developer writes it: title, rights, settings and the history of edits, padded. */
export function developerXmp(random: Chance): Uint8Array {
  const settings = DEVELOP.map((name) => `crs:${name}="${random.below(200) - 100}"`).join('\n    ');
  const edits = Array.from({ length: 1 + random.below(12) }, (_, index) => edit(index)).join('\n');
  return latin1(`<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000, 0000/00/00-00:00:00">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
    xmp:CreatorTool="Adobe Photoshop Lightroom Classic 12.3 (Windows)" xmp:CreateDate="2022-05-01T10:20:30"
    photoshop:City="Hamburg" photoshop:DateCreated="2022-05-01T10:20:30" photoshop:Credit="M. Example"
    xmpMM:DocumentID="xmp.did:0f6b8a3e" xmpMM:InstanceID="xmp.iid:0f6b8a3f" dc:format="image/jpeg"
    ${settings}>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Harbour in the morning</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>M. Example</rdf:li></rdf:Seq></dc:creator>
   <dc:subject><rdf:Bag><rdf:li>harbour</rdf:li><rdf:li>ship</rdf:li><rdf:li>fog</rdf:li></rdf:Bag></dc:subject>
   <xmpMM:History><rdf:Seq>
${edits}
   </rdf:Seq></xmpMM:History>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
${`${' '.repeat(99)}\n`.repeat(20)}<?xpacket end="w"?>`);
}

const edit = (index: number): string =>
  `    <rdf:li stEvt:action="saved" stEvt:instanceID="xmp.iid:${index}b" stEvt:when="2022-05-0${1 + (index % 9)}T10:00:00+02:00"
     stEvt:softwareAgent="Adobe Photoshop Lightroom Classic 12.3 (Windows)" stEvt:changed="/metadata"/>`;

/** An ICC colour profile by its length and signature: 0.5 KB as phones have it to 3 KB as sRGB has it. */
export function colourProfile(random: Chance): Uint8Array {
  const length = random.size(500, 3200);
  const header = concat(u32be(length), new Uint8Array(32), latin1('acsp'), new Uint8Array(88), u32be(0));
  return concat(header, noise(length - header.length, random.below(1e6)));
}
