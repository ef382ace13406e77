/** Work done in one go, in milliseconds. */
const SLICE_MS = 3;

/** Rules looked at between two looks at the clock. */
const RULES_PER_LOOK = 100;

/** Longest wait for an idle moment, in milliseconds. */
const PATIENCE_MS = 500;

/**
 * A shorter `data:` picture has no room for a statement of its origin beside what is drawn. Sheets of the web are full of
 * such ticks and arrows.
 */
const MIN_DATA_CHARS = 600;

const DATA_PICTURE = 'url("data:image/';

/**
 * Looks through style sheets, in idle slices, for pictures that stand in the sheet itself (`data:`). The browser lists what
 * a sheet loads, but there is nothing to load. Sheets of other sites cannot be read.
 *
 * @param found called once per picture found; abort `signal` to stop
 * @returns asks for a look at all sheets that were not looked through yet
 */
export function sheetPictures(
  window: Window & typeof globalThis,
  found: () => void,
  signal: AbortSignal,
): () => void {
  const { document } = window;
  const seen = new WeakSet<CSSStyleSheet>();
  const waiting: CSSRule[] = [];
  let asked = false;
  const slice = () => {
    asked = false;
    if (signal.aborted) return;
    const end = window.performance.now() + SLICE_MS;
    while (window.performance.now() < end) {
      for (let count = 0; count < RULES_PER_LOOK; count += 1) {
        const rule = waiting.pop();
        if (!rule) return;
        if (hasPicture(rule)) return found();
        waiting.push(...rulesOf(rule));
      }
    }
    ask();
  };
  const ask = () => {
    if (asked || signal.aborted) return;
    asked = true;
    window.requestIdleCallback(slice, { timeout: PATIENCE_MS });
  };
  return () => {
    for (const sheet of document.styleSheets) {
      if (seen.has(sheet)) continue;
      seen.add(sheet);
      waiting.push(...rulesOf(sheet));
    }
    if (waiting.length > 0) ask();
  };
}

function hasPicture(rule: CSSRule): boolean {
  const image = (rule as Partial<CSSStyleRule>).style?.backgroundImage ?? '';
  return image.length >= MIN_DATA_CHARS && image.includes(DATA_PICTURE);
}

/** Rules in a sheet, in a group of rules, in another rule, or in the sheet that an `@import` names. */
function rulesOf(place: CSSStyleSheet | CSSRule): readonly CSSRule[] {
  try {
    const { cssRules, styleSheet } = place as Partial<CSSStyleSheet & CSSImportRule>;
    return [...(cssRules ?? styleSheet?.cssRules ?? [])];
  } catch {
    // A sheet of another site (CSSOM §6.2, origin-clean flag).
    return [];
  }
}
