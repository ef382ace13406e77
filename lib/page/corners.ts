import type { Corner } from '../settings/settings';

/** The corner across, down, and across and down: where a label goes when its own corner is taken. */
const NEXT: { readonly [corner in Corner]: readonly Corner[] } = {
  'top-left': ['top-right', 'bottom-left', 'bottom-right'],
  'top-right': ['top-left', 'bottom-right', 'bottom-left'],
  'bottom-left': ['bottom-right', 'top-left', 'top-right'],
  'bottom-right': ['bottom-left', 'top-right', 'top-left'],
};

/**
 * The corners of a picture in the order in which a label tries them: the chosen one, then along the same edge, then
 * the opposite edge. Where the browser draws its own controls along the bottom, only the top is tried.
 */
export function cornersFrom(chosen: Corner, bottomTaken: boolean): readonly Corner[] {
  const all = [chosen, ...NEXT[chosen]];
  return bottomTaken ? all.filter((corner) => corner.startsWith('top')) : all;
}
