import { RangeReader } from '../bytes/range-reader';
import { memorySource } from '../bytes/source';
import text from '../containers/documents/text';
import { walkContainer } from '../containers/walk';
import { collectFacts } from '../facts/collect-facts';
import type { PageFact } from '../facts/page-facts';
import type { RuleBook } from '../rules/rule-book';
import { type Finding, ON_PAGE, type Statement } from '../signals/finding';
import { readPageFact } from '../signals/page/read-page-fact';
import { detectAll } from '../signals/registry';

/** Longest text of a page that is read as a file of text, in UTF-16 units: a manifest store takes up to two for a byte. */
export const MAX_PAGE_TEXT_CHARS = 2 * 1024 * 1024;

/**
 * What something that a page says means, labels and manifests within its text among them. These are read as in a file of
 * text: a GB 45438 label in front matter (TC260-PG-20258A, 6.5), C2PA manifest stores as variation selectors or between
 * BEGIN and END (2.5 Annex A).
 *
 * @returns findings whose place begins with `page`. A credential is `pending` and stays so: that it belongs to this text
 *   cannot be established from what a page shows. Never rejects
 */
export async function inspectPageFact(fact: PageFact, rules: RuleBook): Promise<readonly Finding[]> {
  if (fact.kind !== 'front-matter' && fact.kind !== 'text-manifest') return readPageFact(fact);
  const signal = fact.kind === 'front-matter' ? 'gb45438' : 'c2pa';
  const found = await inspectPageText(fact.value, rules);
  return found.filter((finding) => finding.signal === signal).map((finding) => placedAt(finding, fact));
}

/** Everything that a text states by what it carries, as a file of text would. Never rejects. */
export async function inspectPageText(words: string, rules: RuleBook): Promise<readonly Finding[]> {
  const bytes = new TextEncoder().encode(words.slice(0, MAX_PAGE_TEXT_CHARS));
  const reader = new RangeReader(memorySource(bytes));
  const { container, blocks } = await walkContainer(reader, [text]);
  if (container === 'unknown') return [];
  return detectAll(await collectFacts(container, blocks, reader), rules);
}

/** Offsets count bytes of a text that is no file. */
const placedAt = ({ place, states, ...finding }: Finding, { path }: PageFact): Finding => ({
  ...finding,
  place: { path: [ON_PAGE, ...path, ...place.path.slice(1)] },
  states: finding.signal === 'gb45438' ? asShown(states) : states,
});

/**
 * Article 6 (1) of the Labelling Measures asks for a label in the metadata of a file. Shown on a page it is text that its
 * publisher wrote: a declaration at most.
 */
const asShown = (states: Statement): Statement =>
  states.kind === 'ai' && states.state === 'confirmed' ? { ...states, state: 'possible' } : states;
