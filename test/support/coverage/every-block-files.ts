import {
  type ContainerId,
  DOCUMENT_IDS,
  type DocumentId,
  type MediaContainerId,
} from '../../../lib/containers/container';
import { aac, mp3 } from '../samples/audio';
import {
  bareMeta,
  boxOf,
  data,
  freeform,
  ftyp,
  mdirMeta,
  mdtaMeta,
  moov,
  picture,
  tag,
  udta,
  userText,
  uuidC2pa,
  uuidXmp,
} from '../samples/bmff';
import { concat, latin1 } from '../samples/bytes';
import { RICH_DOCUMENT } from '../samples/documents';
import { flac } from '../samples/flac';
import { apeItem, apeTag, geob, id3Tag, id3v1, privXmp, txxx } from '../samples/id3';
import { app1Exif, jpeg } from '../samples/jpeg';
import { superbox } from '../samples/jumbf';
import { png } from '../samples/png';
import { avi } from '../samples/riff';
import { editorInfo, samsungTrailer } from '../samples/samsung';
import { text, tiff } from '../samples/tiff';
import { riffChunk } from '../samples/webp';
import { RICH } from '../samples/whole-files';

const TRAILER = samsungTrailer(editorInfo('{}'));
const STORE = superbox('c2pa', 'c2pa');
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>';
const TAG = id3Tag([txxx('a', 'b'), geob(STORE), privXmp(XMP)]);
const BEHIND = [apeTag([apeItem('AIGC', '{}')]), id3v1('a', 'b')];

/** A movie with metadata in all the places there are, whatever its brand. */
const movie = (brand: string): Uint8Array =>
  concat(
    ftyp(brand),
    uuidC2pa(STORE),
    moov(
      mdtaMeta({ AIGC: '{}' }, bareMeta),
      udta(
        userText('\xa9cmt', 'a'),
        boxOf('XMP_', latin1(XMP)),
        mdirMeta(tag('\xa9cmt', data('a')), freeform('AIGC', '{}')),
      ),
    ),
    uuidXmp(XMP),
  );

/** What the richest sample of a container leaves out. */
const MORE: Readonly<Partial<Record<ContainerId, () => Uint8Array>>> = {
  jpeg: () => jpeg({ segments: [app1Exif(tiff({ ifd0: [text(0x010f, 'samsung')] }))], trailer: TRAILER }),
  png: () => png({ trailer: TRAILER }),
  avif: () => picture({ brands: ['avif', 'mif1'], before: [uuidC2pa(STORE)] }),
  heif: () => concat(picture({ brands: ['heic', 'mif1'] }), boxOf('sefd', TRAILER)),
  mp4: () => movie('isom'),
  quicktime: () => movie('qt  '),
  mp3: () => mp3({ before: [TAG], after: BEHIND }),
  aac: () => aac({ before: [TAG], after: BEHIND }),
  flac: () => flac({ tags: [TAG] }),
  avi: () => avi({ after: [riffChunk('AIGC', latin1('{}')), riffChunk('id3 ', TAG)] }),
  html: () => latin1('<!doctype html><p itemprop="digitalSourceType">a</p>'),
  text: () => latin1('a\n\nAIGC:\n  Label: 1\n'),
};

const isDocument = (id: ContainerId): id is DocumentId => DOCUMENT_IDS.some((one) => one === id);
const richest = (id: ContainerId): Uint8Array =>
  isDocument(id) ? RICH_DOCUMENT[id]() : RICH[id as MediaContainerId]();

/** Files of a container that hold a block of every kind and at every place it can have one. */
export const everyBlockFiles = (id: ContainerId): readonly Uint8Array[] => {
  const more = MORE[id];
  return more === undefined ? [richest(id)] : [richest(id), more()];
};
