import type { FileText } from '../../bytes/file-text';
import { MAX_GRAPH_ITEMS } from '../../bytes/limits';
import type { CrManifest } from '../cr-json';
import { mapOf, textAt } from '../values';
import { readActions } from './read-actions';

/** Algorithms of soft bindings (C2PA 2.5 §18.10) and watermark actions, as stated, each once. */
export function readSoftBindings(manifest: CrManifest): readonly FileText[] {
  const bindings = [...manifest.assertions].flatMap(([label, value]) => {
    if (typeof label !== 'string' || !/^c2pa\.soft-binding(?:__\d+)?$/.test(label)) return [];
    return textAt(mapOf(value), 'alg') ?? [];
  });
  const marks = readActions(manifest)
    .map(({ action }) => action)
    .filter((action) => /^c2pa\.watermarked(?:\.|$)/.test(action));
  return [...new Set([...bindings, ...marks])].slice(0, MAX_GRAPH_ITEMS);
}
