import { fileText } from '../bytes/file-text';
import type { PageFact } from '../facts/page-facts';
import { candidateMarks, mayHoldFrontMatter, mayHoldManifest } from '../rules/mark-needles';
import type { RuleBook } from '../rules/rule-book';
import type { Finding } from '../signals/finding';
import { combine } from '../verdict/combine';
import { findHiddenCharacters, type HiddenCharacters } from './hidden-characters';
import { inspectPageFact } from './inspect-page-fact';
import type { Inspection } from './inspection';

/** Longest text inspected, in UTF-16 units; what is behind is not looked at. */
export const MAX_INSPECTED_CHARS = 1024 * 1024;

/** What was looked for in a text. */
const LOOKED = ['visible-mark', 'gb45438', 'c2pa'] as const;

/** What a text says of its origin, and which of its characters are not seen; the latter are no evidence of anything. */
export type TextInspection = {
  readonly inspection: Inspection;
  readonly hidden: readonly HiddenCharacters[];
};

/**
 * Inspects a text that somebody selected on a page: explicit labels in words (GB 45438-2025 5.1), a label in front matter
 * (TC260-PG-20258A, 6.5), a C2PA manifest (2.5 Annex A), hidden characters. Never rejects.
 *
 * @param text at most MAX_INSPECTED_CHARS of it are looked at
 */
export async function inspectText(text: string, rules: RuleBook): Promise<TextInspection> {
  const words = text.slice(0, MAX_INSPECTED_CHARS);
  const found = await Promise.all(factsOf(words).map((fact) => inspectPageFact(fact, rules)));
  const findings = distinct(found.flat());
  const isWhole = words.length === text.length;
  return {
    inspection: {
      container: 'text',
      verdict: combine(findings, LOOKED),
      findings,
      remarks: isWhole ? [] : [{ code: 'rest-not-read' }],
      read: {
        state: isWhole ? 'complete' : 'over-budget',
        bytes: new TextEncoder().encode(words).length,
        reads: 1,
      },
    },
    hidden: findHiddenCharacters(words),
  };
}

function factsOf(words: string): readonly PageFact[] {
  const value = fileText(words);
  return [
    ...candidateMarks(words).map(
      (mark): PageFact => ({ kind: 'mark', path: [], ...mark, value: fileText(mark.value) }),
    ),
    ...(mayHoldFrontMatter(words) ? [{ kind: 'front-matter', path: [], value } as const] : []),
    ...(mayHoldManifest(words) ? [{ kind: 'text-manifest', path: [], value } as const] : []),
  ];
}

/** A footer that is a line and a sentence of the text is one label. */
const distinct = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ signal, raw }, at) =>
      signal !== 'visible-mark' ||
      findings.findIndex(
        (one) => one.signal === signal && (one.raw.includes(raw) || raw.includes(one.raw)),
      ) === at,
  );
