import { plainPhrases } from '../plain-phrases';

/** What ends a run of literal characters, with how it is passed over: classes and escapes of classes. */
const SPECIAL = /^(?:\[(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$])/u;

/** Quantifiers after which the character before them may be missing; `+` leaves it there. */
const OPTIONAL = /^(?:[*?]|\{\d*,?\d*\})\??/u;

/** Escapes that are longer than two characters: their contents must not be taken for literals. */
const LONG_ESCAPE = /\\[ukpPxc]/u;

/**
 * Phrases that stand in every text a pattern matches, as far as they can be told cheaply: runs of literal ASCII
 * characters outside groups and classes. What XML writes as entities separates them.
 *
 * @param pattern source of a regular expression with the flag `u`
 * @returns none for a pattern of alternatives or one that this does not understand: then nothing is required
 */
export function requiredPhrases(pattern: string): readonly string[] {
  if (LONG_ESCAPE.test(pattern)) return [];
  const flat = withoutGroups(pattern);
  if (flat === undefined || flat.includes('|')) return [];
  return literalRuns(flat).flatMap(plainPhrases);
}

/** The pattern with a class that matches anything in the place of each group; `undefined` where they do not pair. */
function withoutGroups(pattern: string): string | undefined {
  let depth = 0;
  let flat = '';
  for (const [part] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[\s\S]/gu)) {
    if (part === '(') depth += 1;
    if (depth === 0) flat += part;
    else if (part === ')') {
      depth -= 1;
      if (depth === 0) flat += '[^]';
    }
  }
  return depth === 0 ? flat : undefined;
}

function literalRuns(flat: string): readonly string[] {
  const runs: string[] = [];
  let run = '';
  const endRun = () => {
    runs.push(run);
    run = '';
  };
  for (let rest = flat; rest !== ''; ) {
    const quantifier = OPTIONAL.exec(rest)?.[0];
    const special = quantifier ?? (rest.startsWith('+') ? '+' : SPECIAL.exec(rest)?.[0]);
    if (quantifier !== undefined) run = run.slice(0, -1);
    if (special === undefined) run += rest.startsWith('\\') ? rest[1] : rest[0];
    else endRun();
    rest = rest.slice(special?.length ?? (rest.startsWith('\\') ? 2 : 1));
  }
  endRun();
  return runs;
}
