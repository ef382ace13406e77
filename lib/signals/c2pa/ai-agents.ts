import data from '../../../assets/rules/c2pa-agents.json';
import type { C2paAction } from '../../c2pa/manifest-store';
import type { Localized } from '../../rules/localized';

/** One row of `assets/rules/c2pa-agents.json`: words by which an action names a generative product. */
export type AiAgent = {
  readonly id: string;
  /** Member of the action the words stand in. */
  readonly member: 'softwareAgent' | 'description';
  /** The whole member; of a software agent the name before its version. Case does not count. */
  readonly text: string;
  readonly product: Localized;
  readonly source: string;
  /** ISO date. */
  readonly checkedAt: string;
};

const AI_AGENTS = data.agents as readonly AiAgent[];

/** Actions that make content. An AI product that merely converts or crops states nothing about origin. */
const MAKING_ACTIONS = ['c2pa.created', 'c2pa.edited', 'c2pa.placed', 'c2pa.drawing'];

/**
 * The generative product an action names in words where it states no source type: old Microsoft files say
 * `Image Creator from Designer` and nothing else. A trace, not a statement in the vocabulary.
 */
export function findAiAgent(action: C2paAction): AiAgent | undefined {
  if (!MAKING_ACTIONS.includes(action.action)) return undefined;
  return AI_AGENTS.find(({ member, text }) => names(action[member] ?? '', text, member));
}

/** A software agent may carry its version behind its name; a description must be the known sentence. */
function names(value: string, text: string, member: AiAgent['member']): boolean {
  const [said, known] = [value.toLowerCase(), text.toLowerCase()];
  return said === known || (member === 'softwareAgent' && said.startsWith(`${known} `));
}
