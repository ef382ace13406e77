import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CategoryBook } from '../../lib/reports/categories';
import type { ClaimGeneratorRow } from '../../lib/rules/claim-generator-row';
import type { CreditRow } from '../../lib/rules/credit-row';
import type { ExampleField, FieldTest, GeneratorRule } from '../../lib/rules/generator-rule';
import { type Jurisdiction, LABEL_TEXT_KEYS } from '../../lib/rules/jurisdiction';
import type { ProducerRow } from '../../lib/rules/producer-row';
import type { RecipientTable } from '../../lib/rules/recipient-row';
import type { ReportTermTable } from '../../lib/rules/report-term-row';
import { loadRuleBook } from '../../lib/rules/rule-book';
import generators from '../../lib/signals/detectors/generators';
import { checkUscc } from '../../lib/signals/producers/uscc';
import { schemaErrors } from '../support/rules/json-schema';
import { factsWith, field } from '../support/signals/fields';

const RULES = fileURLToPath(new URL('../../assets/rules/', import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(RULES + path, 'utf8')) as T;
const filesIn = (folder: string) => readdirSync(RULES + folder).map((name) => name.replace(/\.json$/, ''));

const generatorFiles = filesIn('generators').map((id) => ({
  id,
  rule: read<GeneratorRule>(`generators/${id}.json`),
}));
const packs = filesIn('jurisdictions').map((id) => ({
  id,
  pack: read<Jurisdiction>(`jurisdictions/${id}.json`),
}));
const producers = read<readonly ProducerRow[]>('producers.json');
const claimGenerators = read<readonly ClaimGeneratorRow[]>('claim-generators.json');
const credits = read<readonly CreditRow[]>('credits.json');
const recipientFiles = filesIn('recipients').map((id) => ({
  id,
  rows: read<RecipientTable>(`recipients/${id}.json`),
}));
const recipients = recipientFiles.flatMap(({ rows }) => rows);
const categoryBook = read<CategoryBook>('report-categories.json');
const reportTerms = read<ReportTermTable>('report-terms.json');
const duplicates = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** A calendar date of the years in which such facts can have been checked. */
const ISO_DATE = /^20[2-9]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Specifications are dated by month. */
const ISO_DAY_OR_MONTH = /^20[0-9]\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

describe('rule files follow the schema of their type', () => {
  it('producers.json', () => {
    expect(schemaErrors('lib/rules/producer-row.ts', 'ProducerTable', producers)).toEqual([]);
  });

  it('credits.json', () => {
    expect(schemaErrors('lib/rules/credit-row.ts', 'CreditTable', credits)).toEqual([]);
  });

  it('report-terms.json', () => {
    expect(schemaErrors('lib/rules/report-term-row.ts', 'ReportTermTable', reportTerms)).toEqual([]);
    expect(duplicates(reportTerms.map(({ id }) => id))).toEqual([]);
  });

  it('claim-generators.json', () => {
    expect(schemaErrors('lib/rules/claim-generator-row.ts', 'ClaimGeneratorTable', claimGenerators)).toEqual(
      [],
    );
    expect(duplicates(claimGenerators.map(({ id }) => id))).toEqual([]);
  });

  it.each(generatorFiles)('generators/$id.json', ({ rule }) => {
    expect(schemaErrors('lib/rules/generator-rule.ts', 'GeneratorRule', rule)).toEqual([]);
  });

  it.each(packs)('jurisdictions/$id.json', ({ pack }) => {
    expect(schemaErrors('lib/rules/jurisdiction.ts', 'Jurisdiction', pack)).toEqual([]);
  });

  it.each(recipientFiles)('recipients/$id.json', ({ rows }) => {
    expect(schemaErrors('lib/rules/recipient-row.ts', 'RecipientTable', rows)).toEqual([]);
  });

  it('report-categories.json', () => {
    expect(schemaErrors('lib/reports/categories.ts', 'CategoryBook', categoryBook)).toEqual([]);
  });

  it('refuses a member that the type does not have, and one that is missing', () => {
    const [row] = credits;
    expect(schemaErrors('lib/rules/credit-row.ts', 'CreditTable', [{ ...row, colour: 'red' }])).toHaveLength(
      1,
    );
    expect(
      schemaErrors('lib/rules/credit-row.ts', 'CreditTable', [{ ...row, source: undefined }]),
    ).toHaveLength(1);
  });
});

describe('rows', () => {
  const rows = [
    ...producers.map((row) => ({ what: `producers.json ${row.id}`, row })),
    ...credits.map((row) => ({ what: `credits.json ${row.value}`, row })),
    ...reportTerms.map((row) => ({ what: `report-terms.json ${row.id}`, row })),
    ...claimGenerators.map((row) => ({ what: `claim-generators.json ${row.id}`, row })),
    ...generatorFiles.map(({ id, rule }) => ({ what: `generators/${id}.json`, row: rule })),
    ...recipients.map((row) => ({ what: `recipients ${row.id}`, row })),
  ];

  it.each(rows)('$what says where it is from and when that was checked', ({ row }) => {
    expect(row.source.length).toBeGreaterThan(5);
    expect(row.checkedAt).toMatch(ISO_DATE);
  });
});

describe('producers', () => {
  it('have ids, codes and names of their own', () => {
    expect(duplicates(producers.map(({ id }) => id))).toEqual([]);
    expect(duplicates(producers.flatMap(({ usccs }) => usccs))).toEqual([]);
    expect(duplicates(producers.flatMap(({ names }) => names.map((name) => name.toLowerCase())))).toEqual([]);
  });

  it.each(producers)('$id can be found, by a code that is right or by a name', ({ usccs, names }) => {
    expect(usccs.length + names.length).toBeGreaterThan(0);
    expect(usccs.filter((uscc) => checkUscc(uscc) === 'fails')).toEqual([]);
  });
});

const book = loadRuleBook();
const hits = (fields: readonly ExampleField[]) =>
  generators
    .detect(factsWith(...fields.map((one) => field(one.in, one.value))), book)
    .map(({ signal }) => signal.replace('generator:', ''));

describe('generators', () => {
  it.each(generatorFiles)('$id is named as its file', ({ id, rule }) => {
    expect(rule.id).toBe(id);
  });

  it.each(generatorFiles)('$id matches its own example and no other does', ({ id, rule }) => {
    expect(hits(rule.example)).toEqual([id]);
  });

  it.each(generatorFiles)('$id is not matched by its counter-example, nor is any other', ({ rule }) => {
    expect(hits(rule.counterExample)).toEqual([]);
  });

  it.each(generatorFiles)('$id is over rules that exist, and none over itself', ({ id, rule }) => {
    const ids = generatorFiles.map((one) => one.id);
    expect((rule.over ?? []).filter((other) => !ids.includes(other) || other === id)).toEqual([]);
  });

  it.each(generatorFiles)('$id has patterns that cannot backtrack far', ({ rule }) => {
    expect(rule.match.flat().flatMap(patternsOf).filter(isSlow)).toEqual([]);
  });
});

describe('the guard against slow patterns', () => {
  it.each(['(a+)+', '(?:a{1,3})*', 'a*b', '\\s*Version', 'a{3,}b', '^(a|b+){2,}$', '^a+b+'])(
    'refuses %s',
    (pattern) => {
      expect(isSlow(pattern)).toBe(true);
    },
  );

  it.each(['^a+', 'a{1,3}b', '(?:a{1,3})?b', 'x[a+*]y', 'a\\+b', 'ab+', '^Signature: ?[a-z+/=]{64,}'])(
    'allows %s',
    (pattern) => {
      expect(isSlow(pattern)).toBe(false);
    },
  );
});

function patternsOf(test: FieldTest): readonly string[] {
  return test.test === 'text' ? test.patterns : test.has.flatMap(({ pattern }) => pattern ?? []);
}

/**
 * At most one repeat without an upper bound, and that at the end of the pattern (nothing behind it can fail and
 * send it back); no repeat of a group that repeats inside.
 */
function isSlow(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const nested = /\([^()]*(?:[*+]|\{\d+(?:,\d*)?\})[^()]*\)(?:[*+]|\{)/.test(plain);
  const unbounded = [...plain.matchAll(/[*+]|\{\d+,\}/g)];
  return nested || unbounded.some((repeat) => repeat.index + repeat[0].length < plain.length);
}

describe('jurisdictions', () => {
  it.each(packs)('$id is named as its file', ({ id, pack }) => {
    expect(pack.id).toBe(id);
  });

  it.each(packs)('$id words every state once', ({ pack }) => {
    expect(pack.texts.map(({ key }) => key).toSorted()).toEqual([...LABEL_TEXT_KEYS].sort());
  });

  it.each(packs)('$id cites sources that it lists, with dates', ({ pack }) => {
    const known = pack.sources.map(({ id }) => id);
    const cited = pack.texts.flatMap(({ cites }) => cites.map(({ source }) => source));
    expect(cited.filter((source) => !known.includes(source))).toEqual([]);
    const undated = pack.sources.filter(
      ({ checkedAt, inForce }) => !ISO_DATE.test(checkedAt) || !ISO_DAY_OR_MONTH.test(inForce),
    );
    expect(undated).toEqual([]);
  });

  it.each(packs)('$id holds both required elements in each Chinese AI label (GB 45438-2025 5.2)', (one) => {
    const texts = one.pack.texts.filter(({ key }) => key !== 'broken' && key !== 'captured');
    const labels = texts.map(({ label }) => label['zh-CN']);
    expect(labels.filter((label) => !/AI|人工智能/.test(label) || !/生成|合成/.test(label))).toEqual([]);
  });
});

describe('recipients', () => {
  const categoryIds = categoryBook.categories.map(({ id }) => id);

  it('have ids of their own', () => {
    expect(duplicates(recipients.map(({ id }) => id))).toEqual([]);
  });

  it.each(recipients)('$id is reached safely', ({ channel }) => {
    if (channel.kind === 'form' || channel.kind === 'api')
      expect(new URL(channel.url).protocol).toBe('https:');
    else if (channel.kind === 'atproto') expect(new URL(channel.service).protocol).toBe('https:');
    else if (channel.kind === 'mail') expect(channel.address).toMatch(/^[\w.-]+@[\w-]+(?:\.[\w-]+)+$/);
    else if (channel.kind === 'phone') expect(channel.number).toMatch(/^[\d-]+$/);
    else expect(Object.values(channel.menu).filter((menu) => menu === '')).toEqual([]);
  });

  it.each(recipients)('$id can be proposed for something', ({ kind, profiles, hosts, usccs, names }) => {
    if (kind === 'authority') expect(profiles).not.toEqual([]);
    else expect([...(hosts ?? []), ...(usccs ?? []), ...(names ?? [])]).not.toEqual([]);
  });

  it.each(recipients)('$id names profiles, categories and codes that exist', (row) => {
    const known = packs.map(({ id }) => id);
    expect((row.profiles ?? []).filter((id) => !known.includes(id))).toEqual([]);
    expect((row.categories ?? []).filter((id) => !categoryIds.includes(id))).toEqual([]);
    expect((row.usccs ?? []).filter((uscc) => checkUscc(uscc) === 'fails')).toEqual([]);
    expect((row.hosts ?? []).filter((host) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host))).toEqual([]);
  });

  it('are no platform or provider for whom nothing shows an address', () => {
    expect(recipients.filter(({ confidence }) => !['H', 'M', 'L'].includes(confidence))).toEqual([]);
  });
});

describe('report categories', () => {
  const { categories, sources } = categoryBook;

  it('are the thirteen, ending in "other"', () => {
    expect(categories).toHaveLength(13);
    expect(duplicates(categories.map(({ id }) => id))).toEqual([]);
    expect(categories.at(-1)?.id).toBe('other');
  });

  it('cite sources that are listed, of profiles that exist, with dates', () => {
    const cited = categories.flatMap(({ bases }) => bases.map(({ source }) => source));
    expect(cited.filter((id) => !sources.some((source) => source.id === id))).toEqual([]);
    const profiles = packs.map(({ id }) => id);
    expect(sources.filter(({ profile }) => !profiles.includes(profile))).toEqual([]);
    const dated = [...sources, ...categories].filter(({ checkedAt }) => !ISO_DATE.test(checkedAt));
    expect(dated).toEqual([]);
  });

  it('rest on something in the Chinese profile, all but "other"', () => {
    const ofChina = new Set(sources.filter(({ profile }) => profile === 'cn').map(({ id }) => id));
    const bare = categories.filter(({ bases }) => !bases.some(({ source }) => ofChina.has(source)));
    expect(bare.map(({ id }) => id)).toEqual(['other']);
  });
});
