import { fileText } from '../bytes/file-text';
import { type Budget, RangeReader } from '../bytes/range-reader';
import { type ByteSource, memorySource, SourceFault } from '../bytes/source';
import { walkContainer } from '../containers/walk';
import { collectFacts } from '../facts/collect-facts';
import type { Field } from '../facts/media-facts';
import { decodePng } from '../pixels/decode-png';
import { findOpenWatermark } from '../pixels/dwt-dct';
import { MAX_PIXEL_FILE_BYTES } from '../pixels/pixel-limits';
import type { Decoded, PixelDecoder, Pixels } from '../pixels/pixels';
import { rgbBytes } from '../pixels/rgb-bytes';
import { readStealthText, type StealthReading } from '../pixels/stealth-text';
import type { RuleBook } from '../rules/rule-book';
import generators from '../signals/detectors/generators';
import type { Finding, Remark } from '../signals/finding';
import { dwtDctFinding } from '../signals/pixels/dwtdct';
import { novelAiFinding, signedComments } from '../signals/pixels/novelai-signature';
import { stealthFields } from '../signals/pixels/stealth-fields';
import { SIGNAL_IDS } from '../signals/registry';
import { checkNovelAiSignature } from '../signatures/check-novelai-signature';
import { combine } from '../verdict/combine';
import type { Verdict } from '../verdict/verdict';
import type { Inspection, PixelsState } from './inspection';
import { fileBytes } from './whole-file';

export type PixelOptions = {
  readonly rules: RuleBook;
  readonly budget?: Partial<Budget>;
  /** Decoder of pictures other than PNG; without one they are `unsupported`. */
  readonly decode?: PixelDecoder;
};

/** Signals that only pixels carry: what a verdict says it looked for besides {@link SIGNAL_IDS}. */
const PIXEL_SIGNAL_IDS = ['novelai-signature', 'dwtdct'] as const;

/** Most texts whose signature is checked: the file's own, and the one hidden in its pixels. */
const MAX_SIGNED = 2;

/** MIME types of the pictures an injected decoder is asked for; PNG is decoded here. */
const MIME: ReadonlyMap<Inspection['container'], string> = new Map([
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
]);

/**
 * Looks into the pixels of a picture, which takes the whole file, so on demand only: NovelAI's signature, text
 * hidden in lowest bits, the open watermark. What is found joins the findings of the first inspection.
 *
 * @param source the same file that `first` was made from
 * @param first what {@link inspect} said of it; handed back with `pixels` set where there is nothing to decode
 * @throws nothing for what a file or a source does
 */
export async function inspectPixels(
  source: ByteSource,
  first: Inspection,
  options: PixelOptions,
): Promise<Inspection> {
  const bytes = await bytesOf(source);
  if (bytes === undefined) return { ...first, pixels: 'truncated' };
  if (bytes === 'over-budget') return { ...first, pixels: 'over-budget' };
  const decoded = await decode(bytes, first, options.decode);
  if (decoded.state !== 'decoded') return { ...first, pixels: decoded.state };
  return join(first, await lookInto(decoded.pixels, bytes, first, options), 'decoded');
}

async function bytesOf(source: ByteSource): Promise<Uint8Array | 'over-budget' | undefined> {
  try {
    return await fileBytes(source, MAX_PIXEL_FILE_BYTES);
  } catch (error) {
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}

async function decode(
  bytes: Uint8Array,
  { container }: Inspection,
  decoder: PixelDecoder | undefined,
): Promise<Decoded> {
  if (container === 'png') return decodePng(bytes);
  const mime = MIME.get(container);
  const pixels = mime === undefined ? undefined : await decoder?.(bytes, mime);
  return pixels === undefined
    ? { state: 'unsupported', why: `no decoder for ${container}` }
    : { state: 'decoded', pixels };
}

/** Formats as paths name them. */
const NAMES: ReadonlyMap<Inspection['container'], string> = new Map([
  ['png', 'PNG'],
  ['jpeg', 'JPEG'],
  ['webp', 'WebP'],
  ['avif', 'AVIF'],
]);

type Found = { readonly findings: readonly Finding[]; readonly remarks: readonly Remark[] };

async function lookInto(
  pixels: Pixels,
  bytes: Uint8Array,
  { container }: Inspection,
  { rules, budget }: PixelOptions,
): Promise<Found> {
  const stealth = container === 'png' ? readStealthText(pixels) : undefined;
  const hidden = hiddenFields(stealth);
  const fields = container === 'png' ? await fieldsOf(bytes, budget) : [];
  const watermark = findOpenWatermark(pixels);
  const findings = [
    ...(await checkNovelAi(pixels, [...fields, ...hidden])),
    ...generators.detect({ container: 'png', fields: hidden, faults: [] }, rules),
    ...(watermark === undefined ? [] : [dwtDctFinding(watermark, NAMES.get(container) ?? container)]),
  ];
  return { findings, remarks: stealth === 'malformed' ? [BROKEN_TEXT] : [] };
}

function hiddenFields(stealth: StealthReading): readonly Field[] {
  if (stealth === undefined || stealth === 'malformed') return [];
  return stealthFields(stealth.text, ['PNG', stealth.channel === 'alpha' ? 'alpha channel' : 'RGB channels']);
}

/** A hidden text begins and cannot be read. */
const BROKEN_TEXT: Remark = { code: 'block-malformed', value: fileText('PNG › pixels') };

async function fieldsOf(bytes: Uint8Array, budget: Partial<Budget> | undefined): Promise<readonly Field[]> {
  const reader = new RangeReader(memorySource(bytes), budget);
  const { container, blocks } = await walkContainer(reader);
  return container === 'unknown' ? [] : (await collectFacts(container, blocks, reader)).fields;
}

/** The first text whose signature matches; else the first that has one, with the remark that it differs. */
async function checkNovelAi(pixels: Pixels, fields: readonly Field[]): Promise<readonly Finding[]> {
  const signed = signedComments(fields).slice(0, MAX_SIGNED);
  if (signed.length === 0) return [];
  const rgb = rgbBytes(pixels);
  const differing: Finding[] = [];
  for (const field of signed) {
    const matches = await checkNovelAiSignature(rgb, field.value);
    if (matches === true) return [novelAiFinding(field, true)];
    if (matches === false) differing.push(novelAiFinding(field, false));
  }
  return differing.slice(0, 1);
}

function join(first: Inspection, found: Found, pixels: PixelsState): Inspection {
  const findings = [...first.findings, ...found.findings];
  const remarks = [...first.remarks, ...found.remarks];
  const verdict = combine(findings, [...SIGNAL_IDS, ...PIXEL_SIGNAL_IDS]);
  return { ...first, findings, remarks, pixels, verdict: isSilent(verdict, first) ? first.verdict : verdict };
}

/**
 * Pixels that say nothing leave the first verdict, and none mends a credential that broke: what was changed after
 * signing gets no statement of origin.
 */
function isSilent(verdict: Verdict, { verdict: { kind } }: Inspection): boolean {
  return kind === 'credential-broken' || (verdict.kind === 'no-label' && kind !== 'no-label');
}
