import data from '../../../assets/rules/soft-bindings.json';
import type { Words } from '../i18n';

type Algorithm = { readonly alg: string; readonly kind: 'watermark' | 'fingerprint'; readonly name: string };

const ALGORITHMS = new Map(data.algorithms.map((row) => [row.alg, row as Algorithm]));

/** Actions that say a watermark was added and not which one (C2PA 2.5 §18.15). */
const WATERMARKED = /^c2pa\.watermarked(?:\.|$)/;

/**
 * What a manifest states of one watermark or fingerprint, in people's words; an algorithm that is not on the C2PA's
 * list as it is written.
 *
 * @param stated the `alg` of a soft binding (C2PA 2.5 §18.10), or the name of a watermark action
 */
export function watermarkWords(stated: string, t: Words): string {
  if (WATERMARKED.test(stated)) return t('history.watermark.unnamed');
  const known = ALGORITHMS.get(stated);
  if (known === undefined) return t('history.watermark.unknown', { name: stated });
  return t(`history.watermark.${known.kind}`, { name: known.name });
}
