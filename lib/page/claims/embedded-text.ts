import { fileText } from '../../bytes/file-text';
import { candidateMarks, mayHoldFrontMatter, mayHoldManifest } from '../../rules/mark-needles';
import { blockOf } from './blocks';
import type { Claim, Gatherer } from './claim';
import {
  MAX_EDGE_CHARS,
  MAX_FRONT_MATTER_CHARS,
  MAX_GATHERED,
  MAX_MANIFEST_CHARS,
  MAX_VALUE_CHARS,
} from './claim-limits';
import { pathOf } from './path-of';
import { elementOf, isTextDocument, textNodes } from './text-nodes';

const NODES_PER_REST = 50;

/** A text shown as it is makes up at least this share of what it stands in; less is an example within another text. */
const MOST_SHARE = 0.6;

/**
 * What a text carries by itself: C2PA manifests as variation selectors or between BEGIN and END (2.5 Annex A),
 * and the front matter of Markdown that is shown as it is (TC260-PG-20258A 6.5). In a file of text that the browser shows,
 * marks in words too.
 */
export const embeddedText: Gatherer = {
  id: 'embedded-text',
  *gather(root) {
    let count = 0;
    let given = 0;
    for (const node of textNodes(root)) {
      count += 1;
      if (count % NODES_PER_REST === 0) yield undefined;
      const element = elementOf(node);
      if (!element || /^(?:script|style|template|textarea)$/.test(element.localName)) continue;
      for (const claim of claimsIn(node, element)) {
        yield claim;
        given += 1;
      }
      if (given >= MAX_GATHERED) return;
    }
  },
};

function* claimsIn({ data }: Text, element: Element): Iterable<Claim> {
  const isWhole = isTextDocument(element.ownerDocument);
  if (mayHoldManifest(data) && (isWhole || !isCode(element))) yield* manifestIn(data, element);
  const isRaw = isWhole || element.closest('pre') !== null;
  if (!isRaw || !mayHoldFrontMatter(data.slice(0, MAX_FRONT_MATTER_CHARS))) {
    if (isWhole) yield* marksIn(data, element);
    return;
  }
  if (isWhole || isMostOf(data, element))
    yield claim(element, { kind: 'front-matter' }, data.slice(0, MAX_FRONT_MATTER_CHARS));
}

/** Where the wrapper or block begins; what stands before it is the text it speaks of. */
function* manifestIn(data: string, element: Element): Iterable<Claim> {
  const starts = [data.indexOf('\uFEFF\u{E0133}'), data.indexOf('-----BEGIN C2PA')].filter((at) => at >= 0);
  const start = Math.min(...starts);
  if (!Number.isFinite(start)) return;
  yield claim(element, { kind: 'text-manifest' }, data.slice(start, start + MAX_MANIFEST_CHARS));
}

/** A file of plain text has no elements: its lines are all it has. */
function* marksIn(data: string, element: Element): Iterable<Claim> {
  const edge = 2 * MAX_EDGE_CHARS;
  const text = data.length <= 2 * edge ? data : `${data.slice(0, edge)}\n\n${data.slice(-edge)}`;
  for (const { place, value } of candidateMarks(text)) yield claim(element, { kind: 'mark', place }, value);
}

type Kind = Pick<Extract<Claim['fact'], { kind: 'front-matter' | 'text-manifest' }>, 'kind'>;
type MarkKind = Pick<Extract<Claim['fact'], { kind: 'mark' }>, 'kind' | 'place'>;

function claim(element: Element, kind: Kind | MarkKind, value: string): Claim {
  const block = isTextDocument(element.ownerDocument) ? undefined : blockOf(element);
  const anchor = block?.element ?? element.ownerDocument.body ?? element;
  const max = kind.kind === 'mark' ? MAX_VALUE_CHARS : MAX_MANIFEST_CHARS;
  return {
    anchor,
    about: 'text',
    fact: { ...kind, path: pathOf(element, anchor), value: fileText(value, max) },
  };
}

const isCode = (element: Element): boolean => element.closest('pre,code,kbd,samp') !== null;

function isMostOf(data: string, element: Element): boolean {
  const block = blockOf(element)?.element;
  return data.length >= MOST_SHARE * (block?.textContent?.length ?? 0);
}
