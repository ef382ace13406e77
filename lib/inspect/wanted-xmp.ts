import { type XmpFilter, xmpFilter } from '../facts/xmp-filter';
import type { RuleBook } from '../rules/rule-book';
import { xmpNeedles } from '../signals/xmp-needles';

/** Built once for each rule book and forgotten with it. */
const filters = new WeakMap<RuleBook, { readonly filter: XmpFilter | undefined }>();

/** Which XMP packets are worth parsing for the signals there are; `undefined` where every packet is. */
export function wantedXmp(rules: RuleBook): XmpFilter | undefined {
  const known = filters.get(rules);
  if (known !== undefined) return known.filter;
  const needles = xmpNeedles(rules);
  const filter = needles === undefined ? undefined : xmpFilter(needles);
  filters.set(rules, { filter });
  return filter;
}
