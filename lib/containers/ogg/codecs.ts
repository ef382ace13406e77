import type { BlockKind } from '../container';

/** What is read of a logical stream, told by how its first packet begins. */
export type OggCodec = {
  readonly name: string;
  /** What its first packet begins with. */
  readonly mark: string;
  readonly kind: BlockKind;
  /** Index of the packet that holds the metadata. */
  readonly packet: number;
  /** How that packet begins. */
  readonly prefix: string;
  /** How many of its bytes stand before the block. */
  readonly prefixBytes: number;
};

const comments = (name: string, mark: string, prefix: string, prefixBytes = prefix.length): OggCodec => ({
  name,
  mark,
  kind: 'vorbis-comment',
  packet: 1,
  prefix,
  prefixBytes,
});

/**
 * Vorbis I, 4.2.1 and 5.2; RFC 7845, 5; RFC 9639, 10.1 (a whole metadata block); Theora specification, 6.2; Speex
 * manual, 7; C2PA 2.x, Annex A (a stream of its own whose first packet is the store).
 */
export const OGG_CODECS: readonly OggCodec[] = [
  comments('Vorbis', '\x01vorbis', '\x03vorbis'),
  comments('Opus', 'OpusHead', 'OpusTags'),
  comments('FLAC', '\x7fFLAC', '\x04', 4),
  comments('FLAC', '\x7fFLAC', '\x84', 4),
  comments('Theora', '\x80theora', '\x81theora'),
  comments('Speex', 'Speex   ', ''),
  { name: 'C2PA', mark: '\0c2pa', kind: 'jumbf', packet: 0, prefix: '\0c2pa', prefixBytes: 5 },
];

/** Enough of a packet to tell its codec, or what it is. */
export const OGG_MARK_BYTES = 8;
