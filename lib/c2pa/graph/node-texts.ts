import { fileText } from '../../bytes/file-text';
import type { CrManifest } from '../cr-json';
import type { GraphNode } from '../credential';
import { agentText, listOf, mapOf, present, textAt } from '../values';

type NodeTexts = Pick<GraphNode, 'label' | 'title' | 'format' | 'claimGenerator'>;

/** Title, format and claim generator of a claim, version 1 or 2 (C2PA 2.5 §10.3). */
export function nodeTexts({ label, claim }: CrManifest): NodeTexts {
  const generator = claim.get('claim_generator_info');
  const info = mapOf(generator).size > 0 ? generator : listOf(generator)[0];
  const named = agentText(info) ?? textAt(claim, 'claim_generator');
  return {
    label,
    ...present({
      title: textAt(claim, 'dc:title'),
      format: textAt(claim, 'dc:format'),
      claimGenerator: named === undefined ? undefined : fileText(named),
    }),
  };
}
