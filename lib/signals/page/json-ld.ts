import { fileText } from '../../bytes/file-text';
import type { PageFact } from '../../facts/page-facts';
import type { Finding } from '../finding';
import { findJsonLdSourceTypes, type JsonLdSourceType } from '../json-ld-source-types';
import { readSchemaOrgSourceType } from '../schema-org-source-type';
import { MAX_ROW_CHARS } from '../signal-limits';
import { pageFinding } from './page-finding';

/** What JSON-LD states of one thing, and which thing that is, as far as its object says. */
export type JsonLdStatement = {
  /** Address as written, absolute or not. */
  readonly url?: string;
  /** `ImageObject`, `Article` … */
  readonly type?: string;
  readonly finding: Finding;
};

/**
 * Reads JSON-LD of a page: what each `digitalSourceType` (schema.org) declares, of what. AI is `possible`, since a page
 * declares it.
 *
 * @returns none where the text is no JSON; a value outside the vocabulary states nothing
 */
export const readJsonLdFact = (fact: PageFact): readonly JsonLdStatement[] =>
  findJsonLdSourceTypes(fact.value).map((stated) => {
    const { url, type } = stated;
    return {
      ...(url === undefined ? {} : { url }),
      ...(type === undefined ? {} : { type }),
      finding: sourceTypeFinding(fact, stated),
    };
  });

/** What one `digitalSourceType` on a page declares of what it stands on. */
export function sourceTypeFinding(fact: PageFact, stated: JsonLdSourceType): Finding {
  const read = readSchemaOrgSourceType(stated.value);
  const rows = [
    { name: 'digitalSourceType', value: read?.code ?? stated.value },
    { name: '@type', value: stated.type },
    { name: 'url', value: stated.url },
  ].flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value: fileText(value, MAX_ROW_CHARS) }],
  );
  return pageFinding('schema-org', fact, read?.states ?? { kind: 'nothing' }, rows);
}
