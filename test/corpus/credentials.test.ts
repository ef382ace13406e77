import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CredentialCheck, VerifiedCredential } from '../../lib/c2pa/credential';
import { librarySettings } from '../../lib/c2pa/trust/library-settings';
import { loadLists } from '../../lib/c2pa/trust/load-lists';
import { fileSource } from '../../lib/cli/file-source';
import { ALL_FORMATS } from '../../lib/containers/document-registry';
import { inspect } from '../../lib/inspect/inspect';
import type { Inspection } from '../../lib/inspect/inspection';
import { loadRuleBook } from '../../lib/rules/rule-book';
import { nodeLibrary } from '../support/c2pa/library';
import { trustFolder, trustText } from '../support/c2pa/trust';
import { type CorpusEntry, corpusPath, findCorpus } from '../support/corpus/corpus';
import { corpusBytes, libraryType, verifyEntry } from '../support/corpus/verified';
import { ROOT } from '../support/source/modules';
import { OTHER_THAN_LIBRARY, OTHER_THAN_RECORDED } from './credential-differences';
import golden from './credentials.golden.json';

/**
 * Every file of the corpus with Content Credentials, checked in Node with the lists: against the results recorded with
 * the corpus, against the library's own state, and exactly as in `credentials.golden.json` (written anew with
 * `BIANSHI_GOLDEN=write`, then read in the diff). Every difference is explained in `credential-differences.ts`.
 */

type Recorded = { readonly state?: string; readonly failures?: readonly string[]; readonly error?: string };
type Entry = CorpusEntry & { readonly checks: Readonly<Record<string, Recorded>> };

const WASM = /^c2pa_wasm/;
const corpus = findCorpus();
const missing = corpus.found ? (trustFolder ?? 'no trust lists') : corpus.reason;
const ready = corpus.found && trustFolder !== undefined;
const files = (corpus.found ? (corpus.entries as readonly Entry[]) : []).filter(({ checks }) =>
  Object.keys(checks).some((name) => WASM.test(name)),
);
const rules = loadRuleBook();
const recorded = new Map<string, readonly string[]>(Object.entries(golden));

if (!ready) console.log(`credentials: ${recorded.size} files skipped: ${missing}`);

async function inspectFile(entry: CorpusEntry): Promise<Inspection> {
  if (!corpus.found) throw new Error(corpus.reason);
  const source = await fileSource(corpusPath(corpus.folder, entry));
  try {
    return await inspect(source, { rules, formats: ALL_FORMATS });
  } finally {
    await source.close();
  }
}

const verify = async (entry: Entry) => await verifyEntry(entry, (await inspectFile(entry)).container);

/** What a check says of the bytes, without the signer. */
function bytesWord(check: CredentialCheck): string {
  if (check.kind === 'checked') return check.integrity;
  return check.kind === 'unchecked' ? `unchecked ${check.why}` : check.kind;
}

/** The same word for a recorded result. */
function recordedWord({ error, failures = [] }: Recorded): string {
  if (error !== undefined) return errorWord(error);
  if (failures.includes('claimSignature.mismatch')) return 'signature-broken';
  if (failures.some((code) => /^assertion\.(?:\w+Hash|hashedURI)\.mismatch$/.test(code)))
    return 'content-changed';
  const other = failures.filter((code) => !/^(?:signingCredential|cawg|ingredient|timeStamp)\./.test(code));
  return other.length > 0 ? 'malformed' : 'intact';
}

function errorWord(error: string): string {
  if (error.includes('RemoteManifestUrl')) return 'elsewhere';
  return /UnsupportedType|PrereleaseError/.test(error) ? 'unchecked unsupported' : 'malformed';
}

/** What the library's one word may go with: trusted and valid files are intact, invalid ones are not or have no valid signer. */
function fitsState(state: string, check: CredentialCheck): boolean {
  if (check.kind !== 'checked') return state === 'throws';
  const sound = check.integrity === 'intact' && check.unbound !== true;
  const listed = ['listed', 'own', 'interim'].includes(check.signer);
  if (state === 'Trusted') return sound && listed;
  if (state === 'Valid') return sound && check.signer === 'unlisted';
  return check.integrity !== 'intact';
}

async function libraryState(entry: Entry): Promise<string> {
  const library = await nodeLibrary();
  const lists = Object.values(await loadLists(trustText));
  const mime = libraryType(entry, (await inspectFile(entry)).container);
  try {
    const reading = await library.read(mime, corpusBytes(entry), librarySettings(lists));
    const { validation_state } = JSON.parse(reading.json()) as { validation_state: string };
    reading.free();
    return validation_state;
  } catch {
    return 'throws';
  }
}

function goldenLines({ check, graph }: VerifiedCredential): readonly string[] {
  const signer = check.kind === 'checked' ? ` ${check.signer}${check.unbound ? ' unbound' : ''}` : '';
  const by = check.kind === 'checked' ? (check.signedBy?.name ?? '-') : '-';
  const nodes = (graph?.nodes ?? []).map(
    (node) =>
      `${node.integrity} ${node.signer} | ${node.actions.length} actions, ${node.ingredients.length} ingredients, ` +
      `${[node.thumbnail, ...node.ingredients.map(({ thumbnail }) => thumbnail)].filter(Boolean).length} pictures` +
      node.identities.map(({ kind, standing }) => ` | ${kind} ${standing}`).join('') +
      node.softBindings.map((name) => ` | ${name}`).join(''),
  );
  return [`${bytesWord(check)}${signer} | ${by} | ${graph?.certificates.length ?? 0} certificates`, ...nodes];
}

describe.skipIf(!ready)('credentials of the corpus', () => {
  describe.each(files)('$file', (entry) => {
    const other = OTHER_THAN_RECORDED.get(entry.file);
    const strange = OTHER_THAN_LIBRARY.get(entry.file);
    const record = Object.entries(entry.checks).find(([name]) => WASM.test(name))?.[1] ?? {};

    it(other ? `is told otherwise than recorded: ${other}` : 'is told as recorded', async () => {
      const same = bytesWord((await verify(entry)).check) === recordedWord(record);
      expect(same).toBe(other === undefined);
    });

    it(
      strange ? `is told otherwise than by the library: ${strange}` : 'is told as by the library',
      async () => {
        const state = await libraryState(entry);
        const { check } = await verify(entry);
        // Without a container of ours the library is never asked; it may still find fault with the bytes.
        const fits = fitsState(state, check) || (state === 'throws' && bytesWord(check) === 'malformed');
        expect({ state, fits }).toEqual({ state, fits: strange === undefined });
      },
    );

    it('gives exactly the recorded check and history', async () => {
      const lines = goldenLines(await verify(entry));
      if (process.env['BIANSHI_GOLDEN'] === 'write') recorded.set(entry.file, lines);
      expect(lines).toEqual(recorded.get(entry.file));
    });

    it('has the active manifest first, and stays small', async () => {
      const { graph } = await verify(entry);
      expect(graph?.nodes[0]?.label).toBe(graph?.active);
      expect(JSON.stringify(graph ?? {}).length).toBeLessThan(2 * 1024 * 1024);
    });
  });

  it.each([
    ['provider/chatgpt-gpt-image-2.png', 'intact expired', 'its time stamp is of an authority on no list'],
    ['provider/gemini_white_2048.png', 'intact listed', 'its time stamp is of an authority on the list'],
  ])('says of %s, once its certificate has ended: %s, since %s', async (name, said) => {
    const entry = files.find(({ file }) => file === name);
    if (entry === undefined) throw new Error(`${name} is not in the corpus`);
    vi.useFakeTimers({ now: Date.UTC(2027, 5, 1), toFake: ['Date'] });
    try {
      const { check } = await verify(entry);
      expect(check.kind === 'checked' && `${check.integrity} ${check.signer}`).toBe(said);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps what was recorded', () => {
    if (process.env['BIANSHI_GOLDEN'] === 'write') {
      const sorted = Object.fromEntries([...recorded].sort(([a], [b]) => (a < b ? -1 : 1)));
      writeFileSync(
        join(ROOT, 'test/corpus/credentials.golden.json'),
        `${JSON.stringify(sorted, null, 2)}\n`,
      );
    }
    expect(recorded.size).toBe(files.length);
  });
});
