import type { Statement } from './finding';

const GENERATED: Statement = { kind: 'ai', state: 'possible', extent: 'full' };
const ASSISTED: Statement = { kind: 'ai', state: 'possible', extent: 'partial' };
/** Shown as declared; that nobody used AI is never proven by it. */
const HUMAN: Statement = { kind: 'other' };

/**
 * All values that drafts of disclosures on pages ever had: W3C CG "AI Content Disclosure" (three values since its
 * pull request 24, five before) and draft-abaris-aicdh-01, expired in August 2026.
 */
const VALUES: ReadonlyMap<string, Statement> = new Map<string, Statement>([
  ['ai-autonomous', GENERATED],
  ['ai-generated', GENERATED],
  ['autonomous', GENERATED],
  ['machine-generated', GENERATED],
  ['ai-originated', GENERATED],
  ['ai-assisted', ASSISTED],
  ['ai-modified', ASSISTED],
  ['mixed', ASSISTED],
  ['human-only', HUMAN],
  ['none', HUMAN],
]);

/** Longer than any value, with blanks around. */
const MAX_CHARS = 64;

/**
 * Reads the value of an `ai-disclosure` attribute, `meta` element or header: what it declares of the text it stands on.
 *
 * @returns `undefined` for any other value, which means that nothing is known
 */
export function readAiDisclosure(value: string): Statement | undefined {
  return value.length > MAX_CHARS ? undefined : VALUES.get(value.trim().toLowerCase());
}
