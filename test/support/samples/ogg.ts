import { asBytes, bytes, concat, latin1, noise, u32le } from './bytes';
import { flacBlock, vorbisComments } from './flac';

/** Builders for Ogg files. Checksums are zero: nothing here looks at them. */

const FLAG = { continued: 1, first: 2, last: 4 } as const;

/** One page of a stream with the given flags and segment table. */
export const page = (
  serial: number,
  flags: number,
  lacing: readonly number[],
  body: Uint8Array,
): Uint8Array =>
  concat(
    latin1('OggS'),
    bytes(0, flags),
    new Uint8Array(8),
    u32le(serial),
    new Uint8Array(8),
    bytes(lacing.length, ...lacing),
    body,
  );

/** Segment table of a packet: full segments and the one that ends it. */
const lacingOf = (length: number): number[] => [
  ...Array<number>(Math.floor(length / 255)).fill(255),
  length % 255,
];

/** Pages of one stream: each packet in pages of its own, of up to `segments` segments. */
export const stream = (serial: number, packets: readonly Uint8Array[], segments = 255): Uint8Array[] =>
  packets.flatMap((packet, index) => {
    const lacing = lacingOf(packet.length);
    const pages: Uint8Array[] = [];
    for (let at = 0; at < lacing.length; at += segments) {
      const flags = (at > 0 ? FLAG.continued : 0) | (index === 0 && at === 0 ? FLAG.first : 0);
      const part = packet.subarray(at * 255, (at + segments) * 255);
      pages.push(page(serial, flags, lacing.slice(at, at + segments), part));
    }
    return pages;
  });

/** Several packets in one page, as Vorbis puts comments and setup. */
export const sharedPage = (serial: number, ...packets: readonly Uint8Array[]): Uint8Array =>
  page(
    serial,
    0,
    packets.flatMap(({ length }) => lacingOf(length)),
    concat(...packets),
  );

export const VORBIS_HEAD = concat(latin1('\x01vorbis'), new Uint8Array(23));
export const OPUS_HEAD = concat(latin1('OpusHead'), new Uint8Array(11));
export const SOUND = noise(60);

export const vorbisTags = (...entries: readonly (string | Uint8Array)[]): Uint8Array =>
  concat(latin1('\x03vorbis'), vorbisComments(entries), bytes(1));
export const opusTags = (...entries: readonly (string | Uint8Array)[]): Uint8Array =>
  concat(latin1('OpusTags'), vorbisComments(entries));
export const FLAC_HEAD = concat(latin1('\x7fFLAC\x01\0\0\x01fLaC'), flacBlock(0, new Uint8Array(34)));

/** The packet of a C2PA stream. */
export const c2paPacket = (box: Uint8Array): Uint8Array => concat(asBytes('\0c2pa'), box);

/** A file of nothing known: an unknown codec and its data. */
export const plainOgg = (): Uint8Array => concat(...stream(1, [latin1('unknown codec'), SOUND]));
