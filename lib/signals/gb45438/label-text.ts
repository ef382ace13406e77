import type { JsonValue } from '../json/json-value';
import { parseLooseJson } from '../json/loose-json';
import { parseJson, parseJsonPrefix } from '../json/parse-json';

/** What a label's text holds, and whether it stood there as Annex E b of GB 45438-2025 has it. */
export type LabelJson = { readonly value: JsonValue; readonly exact: boolean };

/** Times a text is decoded: writers escape what their XMP library escapes again, or make JSON of JSON. */
const MAX_DECODINGS = 4;

/** Longest text that is decoded; the JSON of real labels is below 2 KB, with signatures and certificates below 16 KB. */
const MAX_DECODED_CHARS = 64 * 1024;

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(quot|apos|lt|gt|amp|nbsp));/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);
const MAX_CODE_POINT = 0x10_ff_ff;

/** The name in front of its own value: `AIGC={…}` as the value of AIGC. */
const NAME_IN_FRONT = /^(?:[A-Za-z0-9]{1,16}:)?AIGC\s{0,16}[:=]?\s{0,16}(?=[{["'%&\\])/i;

/** JSON as a command line leaves it: with the escapes of a string and without its quotation marks. */
const BACKSLASHED = /^[{[]\s{0,16}\\{1,3}"/;

/** RFC 3986 §2.1: what JSON begins with, percent-encoded. */
const PERCENT = /^%(?:7B|5B|22|27|EF%BB%BF)/i;
/** A blank as HTML forms write it (behind a colon or a comma; elsewhere a plus sign is one). */
const FORM_BLANK = /(?:%3A|%2C|[:,])\+/gi;

/** What may be left behind JSON without meaning anything. */
const SCRAPS = /^[\s;,.)\]}]{1,16}$/;

/** A line of a YAML map or a list of settings: a name, a colon or an equals sign, a value perhaps in quotation marks. */
const LINE = /^\s{0,16}["']?([A-Za-z][\w -]{2,31}?)["']?\s{0,4}[:=]\s{0,4}(.{0,4096})$/;
const WRAPPER_LINE = /^\s{0,16}AIGC\s{0,4}[:=]\s{0,4}[\r\n]/i;
const MAX_LINES = 32;

/** RFC 4648 of a text that begins with a brace, in either alphabet. */
const BASE64 = /^e[wy][A-Za-z0-9+/_-]{22,}={0,2}$/;

/**
 * Reads the value of a label's text, tolerantly: JSON as it is; escaped for HTML, for a string, for addresses or in base64,
 * up to {@link MAX_DECODINGS} times; JSON that is no JSON (`loose-json.ts`); a map of lines; with its own name in front.
 *
 * @param trailing whether anything may stand behind the JSON (raw segments)
 * @returns `undefined` where no object or list comes out
 */
export function readLabelJson(text: string, trailing: boolean): LabelJson | undefined {
  let current = text.replaceAll('\0', ' ').trim();
  for (let round = 0; round <= MAX_DECODINGS; round += 1) {
    const json = parseJsonPrefix(current);
    const rest = current.slice(json?.end).trimStart();
    const value = trailing || rest === '' || SCRAPS.test(rest) ? json?.value : undefined;
    if (typeof value === 'object') return { value, exact: round === 0 && (trailing || rest === '') };
    if (current.length > MAX_DECODED_CHARS) return undefined;
    const next = value?.trim() ?? decodeOnce(current);
    if (next === undefined || next === current) break;
    current = next;
  }
  const value = parseLooseJson(current) ?? parseLines(current);
  return value === undefined ? undefined : { value, exact: false };
}

function decodeOnce(text: string): string | undefined {
  if (text.includes('&') && text.search(ENTITY) >= 0) return text.replace(ENTITY, entityText).trim();
  if (NAME_IN_FRONT.test(text)) return text.replace(NAME_IN_FRONT, '');
  if (BACKSLASHED.test(text)) return stringText(text);
  if (PERCENT.test(text)) return percentText(text);
  return BASE64.test(text) ? base64Text(text) : undefined;
}

function entityText(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES.get(name) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return code <= MAX_CODE_POINT ? String.fromCodePoint(code) : entity;
}

/** The lines of a text that are all `name: value`, as a map; else nothing. */
function parseLines(text: string): JsonValue | undefined {
  if (!/^.{0,80}[:=]/.test(text)) return undefined;
  const lines = text.replace(WRAPPER_LINE, '').split(/[\r\n]+/, MAX_LINES);
  const members = lines.filter((line) => line.trim() !== '').map((line) => LINE.exec(line));
  const pairs = members.flatMap((match) =>
    match ? [[match[1] ?? '', unquoted(match[2] ?? '')] as const] : [],
  );
  return pairs.length > 0 && pairs.length === members.length ? new Map(pairs) : undefined;
}

function unquoted(text: string): string {
  const value = text.trim();
  const quoted = /^(["'])(.*)\1,?$/.exec(value)?.[2];
  return quoted ?? value;
}

function stringText(text: string): string | undefined {
  const value = parseJson(`"${text}"`);
  return typeof value === 'string' ? value : undefined;
}

function percentText(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replace(FORM_BLANK, (match) => `${match.slice(0, -1)} `)).trim();
  } catch {
    return undefined;
  }
}

function base64Text(text: string): string | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0))).trim();
  } catch {
    return undefined;
  }
}
