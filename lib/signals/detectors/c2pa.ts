import { type FileText, fileText } from '../../bytes/file-text';
import { MAX_C2PA_FINDINGS, MAX_RAW_CHARS } from '../../bytes/limits';
import type { C2paStore } from '../../c2pa/manifest-store';
import type { BlockFault, Field, MediaFacts } from '../../facts/media-facts';
import { walkManifests } from '../c2pa/manifest-graph';
import { type OriginStatement, originStatements } from '../c2pa/origin-statements';
import { manifestRows, statementRows } from '../c2pa/statement-rows';
import { readSourceType } from '../digital-source-type';
import type { Finding, Remark, Statement } from '../finding';
import type { Signal } from '../signal';

/** XMP property that names where a manifest not embedded can be had (C2PA 2.5 §11.4). */
const PROVENANCE = '{http://purl.org/dc/terms/}provenance';

/** Names in container paths of the blocks that hold a store: APP11 JUMBF, PNG chunk, RIFF chunk (C2PA 2.5 §A). */
const STORE_BLOCKS = ['JUMBF', 'caBX', 'C2PA'];

/** What findings of one store say, strongest first. */
const STRENGTH = [
  'ai confirmed full',
  'ai confirmed partial',
  'ai confirmed unknown',
  'ai suspected',
  'captured',
];

const UNREADABLE: Remark = { code: 'c2pa-unreadable' };

/**
 * C2PA Content Credentials: what the whole graph of an embedded manifest store states about origin. Nothing is
 * verified here, so the assurance is always `pending`. A manifest stored elsewhere is named, never fetched.
 */
const c2pa: Signal = {
  id: 'c2pa',
  cites: 'C2PA Technical Specification 2.5 §18.15, §18.16; C2PA Asset Rubrics v1.0 (2026-08-06)',
  xmpNeedles: () => [['provenance']],
  detect(facts) {
    const damaged = facts.faults.find(isStoreFault);
    if (facts.c2pa !== undefined) return storeFindings(facts.c2pa, damaged !== undefined);
    return damaged === undefined ? elsewhere(facts) : [damagedStore(damaged)];
  },
};

export default c2pa;

function storeFindings(store: C2paStore, damagedBeside: boolean): readonly Finding[] {
  const remarks = store.faults.length > 0 || damagedBeside ? [UNREADABLE] : [];
  // Several embedded stores count as none (C2PA 2.5 §A).
  if (store.stores > 1) return [silentStore(store, [{ code: 'c2pa-several-stores' }, ...remarks])];
  const statements = distinct(walkManifests(store).flatMap(originStatements));
  if (statements.length === 0) return [silentStore(store, remarks)];
  return statements
    .slice(0, MAX_C2PA_FINDINGS)
    .map((statement, index) => statementFinding(store, statement, index === 0 ? remarks : []));
}

/** The first statement of each meaning, nearest to the active manifest, strongest meaning first. */
function distinct(statements: readonly OriginStatement[]): readonly OriginStatement[] {
  const first = new Map<string, OriginStatement>();
  for (const statement of statements) {
    const code = statement.sourceType === undefined ? '' : readSourceType(statement.sourceType)?.code;
    const meaning = JSON.stringify([statement.states, code]);
    if (!first.has(meaning)) first.set(meaning, statement);
  }
  return [...first.values()].sort((a, b) => strength(a.states) - strength(b.states));
}

function strength(states: Statement): number {
  const words = states.kind === 'ai' ? `ai ${states.state} ${states.extent}` : states.kind;
  const rank = STRENGTH.findIndex((prefix) => words.startsWith(prefix));
  return rank < 0 ? STRENGTH.length : rank;
}

function statementFinding(store: C2paStore, statement: OriginStatement, remarks: readonly Remark[]): Finding {
  return {
    signal: 'c2pa',
    place: { path: [...store.path, statement.assertion], offset: statement.offset },
    raw: fileText(statement.raw, MAX_RAW_CHARS),
    states: statement.states,
    assurance: 'pending',
    remarks,
    rows: statementRows(statement),
  };
}

/** Content Credentials are there, but state no origin that counts. */
function silentStore(store: C2paStore, remarks: readonly Remark[]): Finding {
  const active = store.stores > 1 ? undefined : store.manifests.find(({ label }) => label === store.active);
  if (active === undefined) {
    const raw = fileText(store.faults[0]?.why ?? store.active, MAX_RAW_CHARS);
    return nothing({ path: store.path, offset: store.offset }, raw, remarks, []);
  }
  const place = { path: [...store.path, active.label], offset: active.offset };
  const raw = fileText(`[${active.actions.map((action) => action.raw).join(',')}]`, MAX_RAW_CHARS);
  return nothing(place, raw, remarks, manifestRows(active));
}

function isStoreFault({ place }: BlockFault): boolean {
  return place.path.some((step) => STORE_BLOCKS.includes(step));
}

function damagedStore({ place, why }: BlockFault): Finding {
  return nothing(place, fileText(why, MAX_RAW_CHARS), [UNREADABLE], []);
}

/** The link of an HTML file to its store (C2PA 2.5 Annex A). */
const LINK = 'c2pa-manifest';

/** Credentials stored elsewhere: only a web address counts, `self#jumbf=` is the trace of a stripped store. */
function elsewhere(facts: MediaFacts): readonly Finding[] {
  const field = facts.fields.find(isRemoteProvenance);
  if (field === undefined) return [];
  const remark: Remark = { code: 'c2pa-elsewhere', value: field.value };
  return [nothing(field.place, field.value, [remark], [])];
}

function isRemoteProvenance({ language, name, value }: Field): boolean {
  const isAddress = language === 'xmp' ? name === PROVENANCE : language === 'document' && name === LINK;
  return isAddress && /^\s*https?:\/\//i.test(value);
}

function nothing(
  place: Finding['place'],
  raw: FileText,
  remarks: readonly Remark[],
  rows: NonNullable<Finding['rows']>,
): Finding {
  return { signal: 'c2pa', place, raw, states: { kind: 'nothing' }, assurance: 'pending', remarks, rows };
}
