import { ByteFault } from '../bytes/fault';
import { type FileText, fileText } from '../bytes/file-text';
import {
  MAX_C2PA_MANIFESTS,
  MAX_C2PA_TEXT_CHARS,
  MAX_CRJSON_INPUT_CHARS,
  MAX_CRJSON_ITEMS,
} from '../bytes/limits';
import type { CborValue } from '../metadata/cbor';
import type { StatusCode } from './credential';
import { manifestLabel } from './jumbf-uri';
import { listOf, mapOf, parseJson, present, textAt } from './values';

type Members = ReadonlyMap<CborValue, CborValue>;

/** One manifest of the library's answer. Keys are of the file, so all is kept in maps. */
export type CrManifest = {
  readonly label: FileText;
  readonly claim: Members;
  readonly assertions: Members;
  readonly signature: Members;
  /** What the library says of it now, with what it says of its ingredients against what their signers recorded. */
  readonly codes: readonly StatusCode[];
  readonly deltas: readonly StatusCode[];
};

/** The store as the library reads it, active manifest first. Never empty. */
export type CrStore = { readonly active: CrManifest; readonly manifests: readonly CrManifest[] };

const KINDS = ['failure', 'informational', 'success'] as const;

/**
 * Takes the library's crJSON apart.
 *
 * @throws ByteFault `malformed` when it is no crJSON or holds no manifest, `over-budget` when it is too large
 */
export function readCrJson(text: string): CrStore {
  if (text.length > MAX_CRJSON_INPUT_CHARS) throw new ByteFault('over-budget', 'crJSON too long');
  const root = mapOf(parseJson(text, MAX_CRJSON_ITEMS));
  const manifests = listOf(root.get('manifests')).slice(0, MAX_C2PA_MANIFESTS).flatMap(readManifest);
  const [active] = manifests;
  if (active === undefined) throw new ByteFault('malformed', 'crJSON holds no manifest');
  return { active, manifests };
}

function readManifest(value: CborValue): readonly CrManifest[] {
  const map = mapOf(value);
  const label = textAt(map, 'label');
  if (label === undefined) return [];
  const deltas = listOf(map.get('ingredientDeltas')).flatMap((one) =>
    readCodes(mapOf(mapOf(one).get('validationDeltas'))),
  );
  const claim = mapOf(map.get(map.has('claim.v2') ? 'claim.v2' : 'claim'));
  const assertions = mapOf(map.get('assertions'));
  const signature = mapOf(map.get('signature'));
  return [
    { label, claim, assertions, signature, codes: readCodes(mapOf(map.get('validationResults'))), deltas },
  ];
}

/** Codes of a `validationResults` or `validationDeltas` map, failures first (C2PA 2.5 §15.2). */
export function readCodes(results: Members): readonly StatusCode[] {
  return KINDS.flatMap((kind) =>
    listOf(results.get(kind)).flatMap((one) => {
      const map = mapOf(one);
      const code = textAt(map, 'code');
      if (code === undefined) return [];
      return [
        { code, kind, ...present({ explanation: textAt(map, 'explanation'), url: textAt(map, 'url') }) },
      ];
    }),
  );
}

/** Label of the manifest a code is about. */
export function aboutManifest({ url }: StatusCode): FileText | undefined {
  return manifestLabel(url);
}

/** Bounded text of a value that should be text. */
export function asText(value: CborValue): FileText | undefined {
  return typeof value === 'string' && value !== '' ? fileText(value, MAX_C2PA_TEXT_CHARS) : undefined;
}
