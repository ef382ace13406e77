/** Frame headers of MPEG audio without a file format around them: MP3 (and layer II), AAC in ADTS. */

/** ISO/IEC 11172-3, 2.4.2.3: kbit/s by index, MPEG-1 layers II and III, and lower sampling rates (13818-3). */
const KILOBITS = {
  layer2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  layer3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** ISO/IEC 11172-3, 2.4.2.3: Hz by index; halved for MPEG-2, quartered for MPEG-2.5. */
const HERTZ = [44_100, 48_000, 32_000] as const;
const LAYER = { 2: 2, 3: 1 } as const;
/** ISO/IEC 13818-7, 6.2: bytes of an ADTS header without checksum. */
const ADTS_HEADER_BYTES = 7;
/** ISO/IEC 14496-3, 1.6.3.4: sampling frequency indexes defined. */
const ADTS_FREQUENCIES = 13;

/**
 * Length of the MP3 or layer II frame that begins here; `undefined` where none can. Layer I and free format are
 * not taken: the first begins as a UTF-16 byte-order mark does, the second does not say its length.
 */
export function mpegFrameBytes(head: Uint8Array): number | undefined {
  const [sync = 0, second = 0, third = 0, fourth = 0] = head;
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  const isOurs =
    sync === 0xff && second >= 0xe0 && version !== 1 && (layer === LAYER[2] || layer === LAYER[3]);
  if (head.length < 4 || !isOurs || (fourth & 3) === 2) return undefined;
  const isMpeg1 = version === 3;
  const rates = !isMpeg1 ? KILOBITS.low : layer === LAYER[2] ? KILOBITS.layer2 : KILOBITS.layer3;
  const kilobits = rates[third >> 4];
  const hertz = HERTZ[(third >> 2) & 3];
  if (!kilobits || hertz === undefined) return undefined;
  const samplesPer8 = layer === LAYER[3] && !isMpeg1 ? 72 : 144;
  const rate = isMpeg1 ? hertz : version === 2 ? hertz / 2 : hertz / 4;
  return Math.floor((samplesPer8 * kilobits * 1000) / rate) + ((third >> 1) & 1);
}

/** Length of the ADTS frame (ISO/IEC 13818-7, 6.2) that begins here; `undefined` where none can. */
export function adtsFrameBytes(head: Uint8Array): number | undefined {
  const [sync = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = head;
  // twelve bits of sync, then ID, layer 00, protection
  if (head.length < ADTS_HEADER_BYTES || sync !== 0xff || (second & 0xf6) !== 0xf0) return undefined;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  const isKnown = ((third >> 2) & 0xf) < ADTS_FREQUENCIES;
  return isKnown && length > ADTS_HEADER_BYTES ? length : undefined;
}
