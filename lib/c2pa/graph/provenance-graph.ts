import { fileText } from '../../bytes/file-text';
import { MAX_CRJSON_CHARS, MAX_GRAPH_NODES } from '../../bytes/limits';
import type { CrManifest, CrStore } from '../cr-json';
import type { GraphNode, ProvenanceGraph } from '../credential';
import type { C2paReading } from '../library';
import { signedBy } from '../signed-by';
import { notableCodes } from '../standing';
import type { Standing, Standings } from '../standings';
import { SIGNER_LISTS, type TrustLists } from '../trust/trust-lists';
import { nodeTexts } from './node-texts';
import { type PictureTaker, pictureTaker } from './pictures';
import { readActions, saysAllActions } from './read-actions';
import { reachable, readEdges } from './read-edges';
import { type DecodedIdentities, decodeIdentities, readIdentities } from './read-identities';
import { readSoftBindings } from './read-soft-bindings';
import { signatureChain } from './signature-chain';

/** What a history is made from. */
export type GraphInput = {
  readonly store: CrStore;
  readonly standings: Standings;
  readonly reading: C2paReading;
  /** The library's crJSON as it came. */
  readonly raw: string;
  readonly storeBytes: Uint8Array | undefined;
  readonly trust: TrustLists;
};

const UNKNOWN: Standing = { signer: 'unlisted', integrity: 'malformed', codes: [] };

/**
 * The whole store as a history: the active manifest first, then what it was made from, as reached. Manifests that
 * nothing points to come last. Everything is bounded by the limits of `bytes/limits`.
 */
export function provenanceGraph(input: GraphInput): ProvenanceGraph {
  const { store, standings, reading, raw, storeBytes, trust } = input;
  const tools = { picture: pictureTaker(reading), identities: decodeIdentities(store, reading) };
  const nodes = reachable(store)
    .slice(0, MAX_GRAPH_NODES)
    .map((manifest) => graphNode(manifest, standings.get(manifest.label) ?? UNKNOWN, tools));
  return {
    active: store.active.label,
    nodes,
    raw: fileText(raw, MAX_CRJSON_CHARS),
    certificates: storeBytes === undefined ? [] : signatureChain(storeBytes, store.active.label),
    lists: listsUsed(trust),
  };
}

type NodeTools = { readonly picture: PictureTaker; readonly identities: DecodedIdentities };

function graphNode(
  manifest: CrManifest,
  { signer, integrity, codes }: Standing,
  { picture, identities }: NodeTools,
): GraphNode {
  const by = signedBy(manifest.signature);
  const thumbnail = picture.ofManifest(manifest);
  return {
    ...nodeTexts(manifest),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(by === undefined ? {} : { signedBy: by }),
    integrity,
    signer,
    actions: readActions(manifest),
    allActions: saysAllActions(manifest),
    ingredients: readEdges(manifest, picture),
    identities: readIdentities(manifest, codes, identities),
    softBindings: readSoftBindings(manifest),
    codes: notableCodes(codes),
  };
}

function listsUsed(trust: TrustLists): ProvenanceGraph['lists'] {
  return [...SIGNER_LISTS, 'timeStamps' as const].flatMap((id) => {
    const list = trust[id];
    if (list === undefined) return [];
    return [{ id, ...(list.issued === undefined ? {} : { issued: list.issued }) }];
  });
}
