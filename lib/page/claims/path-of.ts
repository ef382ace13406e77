import { above } from './blocks';

/** Most steps of a path; further ones would help nobody find the place. */
const MAX_STEPS = 6;

/** Attributes by which an element is told from others of its name. */
const TELLING = ['type', 'role', 'itemprop', 'name', 'property', 'rel'] as const;

/**
 * Where on a page something stands, for people: the elements from the outermost to the innermost, `['article', 'footer']`.
 *
 * @param from the outermost element named
 */
export function pathOf(element: Element, from: Element): readonly string[] {
  const steps: string[] = [];
  let each: Element | null = element;
  while (each && steps.length < MAX_STEPS) {
    steps.unshift(nameOf(each));
    if (each === from) break;
    each = above(each);
  }
  return steps;
}

function nameOf(element: Element): string {
  const telling = TELLING.find((name) => element.hasAttribute(name));
  const value = telling && element.getAttribute(telling)?.slice(0, 64);
  return telling && value ? `${element.localName}[${telling}="${value}"]` : element.localName;
}
