/** What the words of a label say, before anyone asks where they stand. */
export type MarkWords = {
  /** Whether somebody declares it of this very content; otherwise it is a mark on it. */
  readonly isDeclared: boolean;
  /** How sure the words are themselves: 可能 or 疑似 (Labelling Measures, Article 6). */
  readonly hedge?: 'possible' | 'suspected';
  readonly extent: 'full' | 'partial' | 'unknown';
  /** Whether they may as well be the name of a function or topic, unless something else shows them to be a label. */
  readonly isAmbiguous: boolean;
};

/** A pattern of one of the words, none of them kept. */
export const oneOf = (words: string): string => `(?:${words.split(' ').join('|')})`;

/** Most clauses of one label, disclaimers among them. */
const MAX_CLAUSES = 10;

/**
 * Reads a label clause by clause: each must be either what the label says or a disclaimer.
 *
 * @param clauses in one spelling
 * @returns what the first declaration says, else the first mark; `undefined` where there is none, or any clause is something else
 */
export function readClauses(
  clauses: readonly string[],
  read: (clause: string) => MarkWords | undefined,
  isDisclaimer: (clause: string) => boolean,
): MarkWords | undefined {
  const all = clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
  if (all.length > MAX_CLAUSES) return undefined;
  const heads = all.map(read);
  const isLabel = heads.every((head, at) => head !== undefined || isDisclaimer(all[at] ?? ''));
  const found = heads.filter((head) => head !== undefined);
  return isLabel ? (found.find(({ isDeclared }) => isDeclared) ?? found[0]) : undefined;
}
