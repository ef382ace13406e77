import { mayHoldFrontMatter, mayHoldManifest, mayHoldMark, mentionsAi } from '../../rules/mark-needles';
import { DECLARATIONS, JSON_LD, SOURCE_TYPE_NEEDLE } from './declaration-selectors';

/** A text node this short may be one part of a mark that is spread over several elements. */
const MAX_PART_CHARS = 24;

/** Longest text around such a part that is looked at. */
const MAX_AROUND_CHARS = 400;

/** How much of one text node is looked at, at its start and at its end each. */
const MAX_EDGE_CHARS = 32 * 1024;

/**
 * Whether a text node may be worth having all of the page read: it may be an explicit label or a part of one, or may carry
 * a manifest or front matter. Cheap and often wrong; what it lets through is looked at properly.
 */
export function isTextOfInterest(node: Text): boolean {
  const data = edgesOf(node.data);
  if (mayHoldManifest(data)) return true;
  if (mentionsAi(data)) return mayHoldMark(data) || isPartOfMark(node);
  return node.parentElement?.localName === 'pre' && mayHoldFrontMatter(data);
}

function isPartOfMark({ data, parentElement }: Text): boolean {
  if (!parentElement || data.trim().length > MAX_PART_CHARS) return false;
  if (/^(?:sup|sub)$/.test(parentElement.localName)) return true;
  const around = parentElement.parentElement;
  if (!around || around.childElementCount > MAX_PART_CHARS) return false;
  const text = around.textContent ?? '';
  return text.length <= MAX_AROUND_CHARS && mayHoldMark(text);
}

function edgesOf(data: string): string {
  if (data.length <= 2 * MAX_EDGE_CHARS) return data;
  return `${data.slice(0, MAX_EDGE_CHARS)}\n${data.slice(-MAX_EDGE_CHARS)}`;
}

/** Whether there is a declaration for machines at or under a node that may say something of an origin. */
export function holdsDeclaration(node: ParentNode & Node): boolean {
  if ('matches' in node && isDeclaration(node as unknown as Element)) return true;
  return [...node.querySelectorAll(DECLARATIONS)].some(saysOrigin);
}

/** Attributes whose change can make a declaration of an element. */
export const DECLARED_BY = [
  'ai-disclosure',
  'data-ai-disclosure',
  'content',
  'itemprop',
  'property',
] as const;

/** Whether an element itself is a declaration for machines that may say something of an origin. */
export const isDeclaration = (element: Element): boolean =>
  element.matches(DECLARATIONS) && saysOrigin(element);

const saysOrigin = (element: Element): boolean =>
  !element.matches(JSON_LD) || SOURCE_TYPE_NEEDLE.test(element.textContent ?? '');
