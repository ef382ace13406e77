import { mentionTest, type XmpNeedle } from '../metadata/xmp-mentions';

/** Whether the text of an XMP packet may hold anything that is wanted; what may not is not parsed. */
export type XmpFilter = (text: string) => boolean;

/** The reference by which a main packet names its extended packet (XMP Specification Part 3 §1.1.3.1). */
const EXTENSION: XmpNeedle = ['HasExtendedXMP'];

/** The filter for what somebody looks for; a packet with an extension is always read. */
export const xmpFilter = (needles: readonly XmpNeedle[]): XmpFilter => mentionTest([EXTENSION, ...needles]);
