import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../lib/cli/file-source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { type CorpusEntry, type CorpusVerdict, corpusPath, findCorpus } from '../support/corpus/corpus';
import { afterCheck } from '../support/corpus/verified';
import { ROOT } from '../support/source/modules';
import golden from './golden.json';
import { KNOWN_LIMITS } from './known-limits';

/**
 * Other people's files against the ground truth of their manifest: verdicts (credentials checked) within what it accepts, every
 * stated signal found where it is stated, and exact findings as recorded in `golden.json` (verdict, then
 * signal, path, offset of each finding; written anew with `BIANSHI_GOLDEN=write npm run test:corpus`, then read in the diff).
 */

/** Ranged reads a file without a statement may cost, whatever its format. */
const MOST_READS = 3;

/** A corpus without files that state nothing would prove nothing about false positives. */
const MIN_PLAIN_FILES = 20;

/** Schemes of the manifest and the signals of ours that answer them. */
const SIGNAL_OF: Readonly<Record<string, RegExp>> = {
  gb45438: /^gb45438$/,
  c2pa: /^c2pa$/,
  iptc: /^iptc$/,
  generator: /^generator:/,
  'schema.org': /^schema-org$/,
};

const corpus = findCorpus();
const entries = corpus.found ? corpus.entries : [];
const rules = loadRuleBook();
const recorded = new Map<string, readonly string[]>(Object.entries(golden));

if (!corpus.found) console.log(`corpus: ${recorded.size} files skipped: ${corpus.reason}`);
else console.log(`corpus: ${entries.length} files read`);

async function inspectFile(entry: CorpusEntry): Promise<Inspection> {
  if (!corpus.found) throw new Error(corpus.reason);
  const source = await fileSource(corpusPath(corpus.folder, entry));
  try {
    return await inspect(source, { rules, formats: ALL_FORMATS });
  } finally {
    await source.close();
  }
}

/** The verdict in the words of the corpus, as its `product_words` map them. */
function asCorpusVerdict({ verdict }: Inspection): CorpusVerdict {
  if (verdict.kind === 'credential-broken' || verdict.kind === 'unreadable') return 'invalid';
  if (verdict.kind !== 'ai') return 'none';
  if (verdict.state === 'possible') return 'declared';
  if (verdict.state === 'suspected') return 'suspected';
  return verdict.extent === 'partial' ? 'ai_edited' : 'ai_confirmed';
}

const findingLine = (finding: Inspection['findings'][number]): string =>
  `${finding.signal} | ${finding.place.path.join(' › ')} | ${finding.place.offset ?? '-'}`;

function verdictLine({ verdict }: Inspection): string {
  if (verdict.kind === 'ai') return `ai ${verdict.state} ${verdict.extent} ${verdict.because[0].assurance}`;
  return 'why' in verdict ? `${verdict.kind} ${verdict.why}` : verdict.kind;
}

describe.skipIf(!corpus.found)('corpus', () => {
  describe.each(entries)('$file', (entry) => {
    const limit = KNOWN_LIMITS.get(entry.file);

    it(limit ? `is a known limit: ${limit.why}` : 'gets a verdict the ground truth accepts', async () => {
      const verdict = asCorpusVerdict(await afterCheck(entry, await inspectFile(entry)));
      if (limit) expect(verdict).toBe(limit.verdict);
      else expect(entry.acceptable_verdicts ?? [entry.verdict]).toContain(verdict);
    });

    it('shows every stated signal it can read', async () => {
      const signals = (await inspectFile(entry)).findings.map(({ signal }) => signal);
      const stated = entry.signals
        .map(({ scheme }) => SIGNAL_OF[scheme])
        .filter((pattern) => pattern !== undefined);
      const missing = stated.filter((pattern) => !signals.some((signal) => pattern.test(signal)));
      expect(missing.map(String)).toEqual(limit?.missing ?? []);
    });

    it('gives exactly the recorded verdict and findings', async () => {
      const inspection = await inspectFile(entry);
      const found = [verdictLine(inspection), ...inspection.findings.map(findingLine)];
      if (process.env['BIANSHI_GOLDEN'] === 'write') recorded.set(entry.file, found);
      expect(found).toEqual(recorded.get(entry.file));
    });
  });

  it('states the origin that the labels of the ground truth hold', async () => {
    const labelled = entries.filter(({ signals }) =>
      signals.some(({ scheme, value }) => scheme === 'gb45438' && isJson(value)),
    );
    for (const entry of labelled) {
      const truth = entry.signals
        .filter(({ scheme }) => scheme === 'gb45438')
        .map(({ value }) => fieldsOf(value));
      const found = (await inspectFile(entry)).findings
        .filter(({ gb }) => gb)
        .map(({ gb }) => ({ ...gb?.fields }));
      expect({ file: entry.file, found }).toEqual({ file: entry.file, found: truth });
    }
    expect(labelled.length).toBeGreaterThan(8);
  });

  it('finds nothing about AI in any file without a statement: cameras, screenshots, plain files', async () => {
    const plain = entries.filter(({ verdict, signals }) => verdict === 'none' && signals.length === 0);
    const wrong: string[] = [];
    for (const entry of plain) {
      if (KNOWN_LIMITS.has(entry.file)) continue;
      const { findings, verdict } = await inspectFile(entry);
      if (verdict.kind === 'ai' || findings.some(({ states }) => states.kind === 'ai'))
        wrong.push(entry.file);
    }
    expect(wrong).toEqual([]);
    expect(plain.length).toBeGreaterThan(MIN_PLAIN_FILES);
  });

  it('reads a file of any format without a statement in at most three ranged reads', async () => {
    const plain = entries.filter(({ verdict, signals }) => verdict === 'none' && signals.length === 0);
    const dear: string[] = [];
    for (const entry of plain) {
      const { read } = await inspectFile(entry);
      if (read.reads > MOST_READS) dear.push(`${entry.file}: ${read.reads}`);
    }
    expect(dear).toEqual([]);
  });

  it('reads an unlabelled JPEG or PNG in at most two ranged reads and 32 KB', async () => {
    const plain = entries.filter(
      ({ file, container }) => /^(?:negative|stripped)\//.test(file) && /^(?:jpeg|png)$/.test(container),
    );
    const costs = await Promise.all(
      plain.map(async (entry) => ({ file: entry.file, ...(await inspectFile(entry)).read })),
    );
    expect(costs.filter(({ bytes, reads }) => reads > 2 || bytes > 32 * 1024)).toEqual([]);
    expect(costs.length).toBeGreaterThan(10);
  });

  it('keeps what was recorded', () => {
    if (process.env['BIANSHI_GOLDEN'] !== 'write') return expect(recorded.size).toBe(entries.length);
    const sorted = Object.fromEntries([...recorded].sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(ROOT, 'test/corpus/golden.json'), `${JSON.stringify(sorted, null, 2)}\n`);
    return expect(recorded.size).toBe(entries.length);
  });
});

/** A value of the manifest that is a whole GB 45438 label with standard fields. */
function isJson(value: string): boolean {
  return value.startsWith('{') && value.endsWith('}') && value.includes('Produc');
}

function fieldsOf(value: string): Record<string, string> {
  const parsed = JSON.parse(value) as Record<string, string> | { AIGC: Record<string, string> };
  return 'AIGC' in parsed ? (parsed.AIGC as Record<string, string>) : parsed;
}
