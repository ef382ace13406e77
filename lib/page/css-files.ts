/** Longest value looked through; `data:` addresses may be megabytes. */
const MAX_VALUE_CHARS = 4 * 1024 * 1024;

/** Most files of one value. */
const MAX_FILES = 16;

type Option = { readonly url: string; readonly density: number };

/**
 * The files a computed `background-image` shows, in order: `url("…")` of every layer, and of each `image-set()` the one
 * the browser takes. Addresses in computed styles are absolute, quoted and escaped (CSSOM §6.7.2).
 *
 * @param density device pixels per CSS pixel
 */
export function cssFiles(value: string, density: number): readonly string[] {
  if (value.length > MAX_VALUE_CHARS) return [];
  const files: string[] = [];
  let at = 0;
  while (at < value.length && files.length < MAX_FILES) {
    const start = /(?:-webkit-)?image-set\(|url\("/g;
    start.lastIndex = at;
    const match = start.exec(value);
    if (!match) break;
    if (match[0].startsWith('url')) {
      const { text, end } = readString(value, start.lastIndex);
      files.push(text);
      at = end;
    } else {
      const { options, end } = readSet(value, start.lastIndex);
      const taken = choose(options, density);
      if (taken !== undefined) files.push(taken);
      at = end;
    }
  }
  return files;
}

/** A quoted string from behind its opening quote, unescaped (CSS Syntax 3 §4.3.5). */
function readString(value: string, from: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = from;
  while (at < value.length) {
    const special = /["\\]/g;
    special.lastIndex = at;
    const next = special.exec(value)?.index ?? value.length;
    text += value.slice(at, next);
    if (value[next] !== '\\') return { text, end: next + 1 };
    const escaped = /^\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/i.exec(value.slice(next, next + 8));
    if (escaped) text += escaped[1] === undefined ? escaped[2] : fromCode(Number.parseInt(escaped[1], 16));
    at = next + (escaped?.[0].length ?? 1);
  }
  return { text, end: at };
}

function fromCode(code: number): string {
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/** Options of an `image-set()` from behind its parenthesis (CSS Images 4 §2.4). */
function readSet(value: string, from: number): { readonly options: readonly Option[]; readonly end: number } {
  const options: Option[] = [];
  let at = from;
  for (let depth = 1; at < value.length && depth > 0; ) {
    if (value[at] === '"') {
      const { text, end } = readString(value, at + 1);
      const isType = /type\(\s*$/.test(value.slice(Math.max(0, at - 8), at));
      if (!isType) options.push({ url: text, density: densityAfter(value, end) });
      at = end;
      continue;
    }
    if (value[at] === '(') depth += 1;
    if (value[at] === ')') depth -= 1;
    at += 1;
  }
  return { options, end: at };
}

function densityAfter(value: string, at: number): number {
  const match = /^\)?\s*([\d.]+)(x|dppx|dpi|dpcm)/.exec(value.slice(at, at + 24));
  if (!match) return 1;
  const number = Number(match[1]);
  if (match[2] === 'dpi') return number / 96;
  return match[2] === 'dpcm' ? (number * 2.54) / 96 : number;
}

/** Browsers take the smallest that is dense enough, else the densest. */
function choose(options: readonly Option[], density: number): string | undefined {
  const rising = [...options].sort((a, b) => a.density - b.density);
  return (rising.find((option) => option.density >= density) ?? rising.at(-1))?.url;
}
