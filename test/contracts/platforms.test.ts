import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { AI_SERVICES } from '../../lib/rules/ai-services';
import type { PlatformRow, PlatformRule } from '../../lib/rules/platform-rule';
import { platformPages } from '../support/platforms/saved-pages';
import { schemaErrors } from '../support/rules/json-schema';

const FOLDER = fileURLToPath(new URL('../../assets/rules/platforms/', import.meta.url));
const files = readdirSync(FOLDER).map((name) => ({
  id: name.replace(/\.json$/, ''),
  rule: JSON.parse(readFileSync(FOLDER + name, 'utf8')) as PlatformRule,
}));
const rows = files.flatMap(({ id, rule }) =>
  rule.rows.map((row) => ({ name: `${id}/${row.id}`, rule: id, row })),
);
const duplicates = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** Host names in lower case, without scheme, port or path. */
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

/** A statement with only one of the two elements says too little to be told from talk about AI (GB 45438-2025, 5.1). */
const NAMES_AI = /AI|人工智能/;

describe('platform rules', () => {
  it.each(files)('$id.json follows the schema of its type and is named as its file', ({ id, rule }) => {
    expect(schemaErrors('lib/rules/platform-rule.ts', 'PlatformRule', rule)).toEqual([]);
    expect(rule.id).toBe(id);
  });

  it('have hosts of their own and rows of different names', () => {
    const hosts = files.flatMap(({ rule }) => rule.hosts);
    expect(hosts.filter((host) => !HOST.test(host))).toEqual([]);
    expect(duplicates(hosts)).toEqual([]);
    expect(duplicates(rows.map(({ name }) => name))).toEqual([]);
  });

  it.each(files)('$id has pages for its rows and none besides', ({ id, rule }) => {
    const named = rule.rows.flatMap(({ pages }) => [pages.positive, pages.negative]);
    expect(platformPages(id).toSorted()).toEqual([...new Set(named)].sort());
  });

  it.each(rows)('$name names AI and says where it is from and when that was checked', ({ row }) => {
    expect(row.source.length).toBeGreaterThan(5);
    expect(row.checkedAt).toMatch(/^20[2-9]\d-\d{2}-\d{2}$/);
    expect(textsOf(row).filter((text) => !NAMES_AI.test(text))).toEqual([]);
  });
});

describe('ai-services.json', () => {
  it('follows the schema of its type, with ids and hosts of their own', () => {
    expect(schemaErrors('lib/rules/ai-service-row.ts', 'AiServiceTable', AI_SERVICES)).toEqual([]);
    expect(duplicates(AI_SERVICES.map(({ id }) => id))).toEqual([]);
    const hosts = AI_SERVICES.flatMap((service) => service.hosts);
    expect(hosts.filter((host) => !HOST.test(host))).toEqual([]);
    expect(duplicates(hosts)).toEqual([]);
  });
});

function textsOf({ look }: PlatformRow): readonly string[] {
  return look.how === 'text' || look.how === 'attribute' ? look.texts : [];
}
