import type { FileText } from '../bytes/file-text';
import type { CborValue } from '../metadata/cbor';
import { aboutManifest, type CrManifest, type CrStore, readCodes } from './cr-json';
import type { StatusCode } from './credential';
import { listOf, mapOf, present, textAt } from './values';

type Members = ReadonlyMap<CborValue, CborValue>;

/** Codes that say that something holds; all others of a plain list are failures (C2PA 1.x §15.2). */
const SUCCESS = /\.(?:match|validated|trusted|insideValidity|accessible)$/;

/**
 * Codes of each manifest of a store. The active one has its own; an ingredient's are those that its user recorded
 * when it was added, overruled by what differs now (C2PA 2.5 §15.11.3).
 */
export function codesByManifest(store: CrStore): ReadonlyMap<FileText, readonly StatusCode[]> {
  const now = byManifest(store.manifests.flatMap(({ codes, deltas }) => [...codes, ...deltas]));
  const recorded = byManifest(store.manifests.flatMap(recordedCodes));
  const codes = new Map<FileText, readonly StatusCode[]>();
  for (const { label } of store.manifests)
    codes.set(label, overruled(recorded.get(label) ?? [], now.get(label) ?? []));
  return codes.set(store.active.label, store.active.codes);
}

function byManifest(codes: readonly StatusCode[]): ReadonlyMap<FileText, StatusCode[]> {
  const groups = new Map<FileText, StatusCode[]>();
  for (const code of codes) {
    const label = aboutManifest(code);
    if (label === undefined) continue;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [code]);
    else group.push(code);
  }
  return groups;
}

function overruled(recorded: readonly StatusCode[], now: readonly StatusCode[]): readonly StatusCode[] {
  const subjects = new Set(now.map(subjectOf));
  const all = [...now, ...recorded.filter((one) => !subjects.has(subjectOf(one)))];
  return [...new Map(all.map((one) => [`${one.code} ${one.url ?? ''}`, one])).values()];
}

/** `signingCredential.trusted` overrules `signingCredential.untrusted`; a match never undoes a mismatch. */
function subjectOf({ code, url }: StatusCode): string {
  const subject = /^signingCredential\.(?:un)?trusted$/.test(code) ? 'signingCredential.trust' : code;
  return `${subject} ${url ?? ''}`;
}

/** What the signer of a manifest recorded of its ingredients. */
function recordedCodes({ assertions }: CrManifest): readonly StatusCode[] {
  return [...assertions].flatMap(([label, value]) =>
    typeof label === 'string' && label.startsWith('c2pa.ingredient') ? recordedIn(mapOf(value)) : [],
  );
}

function recordedIn(ingredient: Members): readonly StatusCode[] {
  const results = mapOf(ingredient.get('validationResults'));
  const deltas = listOf(results.get('ingredientDeltas')).flatMap((one) =>
    readCodes(mapOf(mapOf(one).get('validationDeltas'))),
  );
  const plain = listOf(ingredient.get('validationStatus')).flatMap(plainCode);
  return [...readCodes(mapOf(results.get('activeManifest'))), ...deltas, ...plain];
}

function plainCode(value: CborValue): readonly StatusCode[] {
  const map = mapOf(value);
  const code = textAt(map, 'code');
  if (code === undefined) return [];
  const kind = SUCCESS.test(code) ? 'success' : 'failure';
  return [{ code, kind, ...present({ explanation: textAt(map, 'explanation'), url: textAt(map, 'url') }) }];
}
