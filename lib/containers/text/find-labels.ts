import { decodeUtf8OrLatin1 } from '../../bytes/decode-text';
import { MAX_LABEL_CHARS, MAX_LABEL_LINES, MAX_TEXT_LABELS, MAX_TEXT_LINES } from '../../bytes/limits';
import { flowLines } from './flow-map';
import { readLabelMap } from './label-map';

/** A label in a text: its JSON, what it stands in, and the index of its key. */
export type TextLabel = {
  readonly json: string;
  readonly place: 'front matter' | 'YAML block' | 'end';
  readonly index: number;
};

/** The key alone on its line, as a member of a map; longer lines hold JSON of any length behind it. */
const KEY = /^([ \t]{0,16})(?:AIGC|aigc|"AIGC"|'AIGC')[ \t]*:(?=[ \t]|$)/;
/** JSON, which is YAML, too: the label in its wrapper, on one line or opened on the line before. */
const WRAPPED = /^\{[ \t]{0,16}"AIGC"[ \t]{0,4}:/i;
const WRAPPED_BELOW = /^[ \t]{0,16}"AIGC"[ \t]{0,4}:/i;
const FENCE = /^(?:---|\.\.\.)[ \t]*$/;
const CODE = /^[ \t]{0,3}(?:```+|~~~+)[ \t]*([A-Za-z]*)[ \t]*$/;

/** How far from the end of a text a label without fences is looked for, in lines. */
const END_LINES = 40;
/** Lines that may stand behind it: the footer some tools write. */
const MAX_FOOTER_LINES = 4;

type Line = { readonly text: string; readonly index: number };
type Region = { readonly place: TextLabel['place']; readonly from: number; readonly to: number };

/**
 * Finds GB 45438 labels in Markdown or plain text: in front matter at the head (TC260-PG-20258A, 6.5), in a second one
 * behind it, in a code block of YAML at the head or the end, and at the end without fences. A label anywhere else is
 * text about labels.
 *
 * @param text the file decoded so that indexes are byte offsets
 */
export function findLabels(text: string): readonly TextLabel[] {
  if (!/AIGC/i.test(text)) return [];
  const { head, tail } = linesOf(text);
  const front = headRegions(head);
  const behind = head === tail ? (front.at(-1)?.to ?? -1) + 1 : 0;
  const labels = [
    ...front.flatMap((region) => labelsIn(head, region)),
    ...endRegions(tail, behind).flatMap((region) => labelsIn(tail, region)),
  ];
  return labels.slice(0, MAX_TEXT_LABELS);
}

/** The lines at the head of a text and those at its end; all of them twice where it has no more than MAX_TEXT_LINES. */
function linesOf(text: string): { readonly head: readonly Line[]; readonly tail: readonly Line[] } {
  const head: Line[] = [];
  let index = 0;
  while (index <= text.length && head.length < MAX_TEXT_LINES) {
    const found = text.indexOf('\n', index);
    const end = found < 0 ? text.length : found;
    head.push(lineAt(text, index, end));
    index = end + 1;
  }
  return { head, tail: index > text.length ? head : lastLines(text) };
}

function lastLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let end = text.length; lines.length < END_LINES && end >= 0; ) {
    const index = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    lines.unshift(lineAt(text, index, end));
    end = index - 1;
  }
  return lines;
}

const lineAt = (text: string, index: number, end: number): Line => ({
  text: text.slice(index, end).replace(/\r$/, ''),
  index,
});

/** Front matters one behind another, or one code block, with blank lines before and between. */
function headRegions(lines: readonly Line[]): Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (regions.length < 2) {
    while (at < lines.length && isBlank(lines[at])) at += 1;
    const region = fenced(lines, at);
    if (region === undefined) return regions;
    regions.push(region);
    at = region.to + 1;
  }
  return regions;
}

/** What stands between fences from a line on. */
function fenced(lines: readonly Line[], at: number): Region | undefined {
  const open = lines[at]?.text ?? '';
  const isMatter = /^(?:\u00ef\u00bb\u00bf)?---[ \t]*$/.test(open);
  if (!isMatter && !isYamlFence(open)) return undefined;
  const close = isMatter ? FENCE : CODE;
  const to = lines.findIndex(({ text }, index) => index > at && close.test(text));
  return to < 0 ? undefined : { place: isMatter ? 'front matter' : 'YAML block', from: at + 1, to };
}

const isYamlFence = (line: string): boolean => /^(?:ya?ml)$/i.test(CODE.exec(line)?.[1] ?? '');
const isBlank = (line: Line | undefined): boolean => (line?.text ?? '').trim() === '';

/** A block of YAML near the end, else the lines there as they are. */
function endRegions(lines: readonly Line[], from: number): Region[] {
  const start = Math.max(from, lines.length - END_LINES);
  const tail = lines.slice(start);
  const open = tail.findLastIndex(({ text }) => isYamlFence(text) || /^---[ \t]*$/.test(text));
  const block = open < 0 ? undefined : fenced(lines, start + open);
  if (block !== undefined && isLast(lines, block.to + 1)) return [block];
  return [{ place: 'end', from: start, to: lines.length }];
}

/** Whether no more than a footer follows. */
const isLast = (lines: readonly Line[], from: number): boolean =>
  lines.slice(from).filter((line) => !isBlank(line)).length <= MAX_FOOTER_LINES;

function labelsIn(lines: readonly Line[], { place, from, to }: Region): TextLabel[] {
  const region = lines.slice(from, to);
  const keys = region.flatMap(({ text }, at) => (KEY.test(text) ? [at] : [])).slice(0, MAX_TEXT_LABELS);
  return [...keys.flatMap((at) => labelAt(region, at, place) ?? []), ...wrappedIn(region, place)];
}

function wrappedIn(region: readonly Line[], place: TextLabel['place']): TextLabel[] {
  const at = region.findIndex(
    ({ text }, index) =>
      WRAPPED.test(text) ||
      (place === 'end' && text.trimEnd() === '{' && WRAPPED_BELOW.test(region[index + 1]?.text ?? '')),
  );
  const line = region[at];
  if (line === undefined || line.text.length > MAX_LABEL_CHARS) return [];
  const here = asUtf8(line.text);
  const below = linesBelow(region, at + 1);
  const lines = flowLines(here, below);
  if (place === 'end' && !isLast(region, at + 1 + lines)) return [];
  return [{ json: [here, ...below.slice(0, lines)].join('\n'), place, index: line.index }];
}

function labelAt(region: readonly Line[], at: number, place: TextLabel['place']): TextLabel | undefined {
  const line = region[at];
  const key = KEY.exec(line?.text ?? '');
  if (line === undefined || key === null) return undefined;
  const indent = key[1]?.length ?? 0;
  if (line.text.length > MAX_LABEL_CHARS) return undefined;
  const map = readLabelMap(asUtf8(line.text.slice(key[0].length)), linesBelow(region, at + 1), indent);
  const counts = place !== 'end' || (indent === 0 && isLast(region, at + 1 + (map?.lines ?? 0)));
  return map !== undefined && counts ? { json: map.json, place, index: line.index + indent } : undefined;
}

/** Lines that may go on with a label, up to MAX_LABEL_LINES and MAX_LABEL_CHARS together. */
function linesBelow(region: readonly Line[], from: number): readonly string[] {
  const below: string[] = [];
  let chars = 0;
  for (const { text } of region.slice(from, from + MAX_LABEL_LINES)) {
    chars += text.length;
    if (chars > MAX_LABEL_CHARS) break;
    below.push(asUtf8(text));
  }
  return below;
}

function asUtf8(latin1: string): string {
  const bytes = new Uint8Array(latin1.length);
  for (let at = 0; at < latin1.length; at++) bytes[at] = latin1.charCodeAt(at);
  return decodeUtf8OrLatin1(bytes);
}
