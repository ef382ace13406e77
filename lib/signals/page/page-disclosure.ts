import { fileText } from '../../bytes/file-text';
import type { PageFact } from '../../facts/page-facts';
import { readAiDisclosure } from '../ai-disclosure';
import type { Finding } from '../finding';
import { pageFinding } from './page-finding';

/** Members of the header of draft-abaris-aicdh-01 that are shown. */
const MEMBERS = ['mode', 'model', 'provider', 'reviewed-by', 'date'];
const MAX_MEMBERS = 16;
const MEMBER = /(?:^|[,;])\s*([a-z-]{1,32})\s*=\s*(?:"([^"]{0,256})"|([^\s,;"]{1,256}))/gi;

/** Longest header looked at, in UTF-16 units. */
const MAX_HEADER_CHARS = 4096;

/**
 * Reads an `ai-disclosure` attribute, `meta` element or `AI-Disclosure` header (W3C CG "AI Content Disclosure";
 * draft-abaris-aicdh-01): AI is `possible`, since a page declares it. A value outside the drafts states nothing.
 */
export function readPageDisclosure(fact: Extract<PageFact, { kind: 'ai-disclosure' }>): readonly Finding[] {
  const members = fact.how === 'header' ? membersOf(fact.value) : [];
  const mode = members.find(({ name }) => name === 'mode')?.value ?? fact.value;
  const rows = members.length > 0 ? members : [{ name: 'ai-disclosure', value: fileText(mode.trim(), 256) }];
  return [pageFinding('ai-disclosure', fact, readAiDisclosure(mode) ?? { kind: 'nothing' }, rows)];
}

const membersOf = (header: string): NonNullable<Finding['rows']> =>
  [...header.slice(0, MAX_HEADER_CHARS).matchAll(MEMBER)]
    .slice(0, MAX_MEMBERS)
    .map(([, name = '', quoted, token = '']) => ({
      name: name.toLowerCase(),
      value: fileText(quoted ?? token),
    }))
    .filter(({ name }) => MEMBERS.includes(name));
