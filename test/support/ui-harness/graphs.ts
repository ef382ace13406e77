import { type FileText, fileText } from '../../../lib/bytes/file-text';
import type {
  CredentialCheck,
  GraphAction,
  GraphEdge,
  GraphNode,
  Integrity,
  ProvenanceGraph,
  SignedBy,
  SignerStanding,
  StatusCode,
} from '../../../lib/c2pa/credential';

/** Made-up histories in the shapes real files have: names of well-known tools, values of ours. */

const text = (value: string): FileText => fileText(value);
const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** A grey square, one pixel wide. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

export const HOSTILE_TITLE = '<img src=x onerror=alert(1)> \u202Egnp.exe';

type ActionInput = readonly [action: string, sourceType?: string, description?: string, agent?: string];

function action([name, sourceType, description, agent]: ActionInput): GraphAction {
  return {
    action: text(name),
    ...(sourceType === undefined ? {} : { sourceType: text(IPTC + sourceType) }),
    ...(description === undefined ? {} : { description: text(description) }),
    ...(agent === undefined ? {} : { agent: text(agent) }),
  };
}

function signer(name: string, organization: string, signedAt?: string, stampedBy?: string): SignedBy {
  return {
    name: text(name),
    organization: text(organization),
    issuer: text(`${organization} Issuing CA`),
    serial: text('407f2b1c09d4a1'),
    validFrom: text('2026-01-01T00:00:00+00:00'),
    validTo: text('2027-03-24T00:00:00+00:00'),
    algorithm: text('es256'),
    ...(signedAt === undefined ? {} : { signedAt: text(signedAt) }),
    ...(stampedBy === undefined ? {} : { stampedBy: text(stampedBy) }),
  };
}

type NodeInput = Partial<Omit<GraphNode, 'label' | 'title' | 'actions'>> & {
  readonly title?: string;
  readonly does?: readonly ActionInput[];
};

function node(label: string, { title, does = [], ...rest }: NodeInput): GraphNode {
  return {
    label: text(label),
    format: text('image/png'),
    integrity: 'intact',
    signer: 'listed',
    allActions: false,
    ingredients: [],
    identities: [],
    softBindings: [],
    codes: [],
    ...rest,
    ...(title === undefined ? {} : { title: text(title) }),
    actions: does.map(action),
  };
}

function edge(
  relationship: GraphEdge['relationship'],
  title: string,
  to?: string,
  thumbnail?: string,
): GraphEdge {
  return {
    relationship,
    title: text(title),
    format: text('image/jpeg'),
    ...(to === undefined ? {} : { to: text(to) }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

function graph(nodes: readonly [GraphNode, ...GraphNode[]]): ProvenanceGraph {
  return {
    active: nodes[0].label,
    nodes,
    raw: text(JSON.stringify({ manifests: nodes.map(({ label }) => ({ label })) }, null, 2)),
    certificates: [
      text(`-----BEGIN CERTIFICATE-----\n${'MIIC'.repeat(120)}\n-----END CERTIFICATE-----`),
      text(`-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(120)}\n-----END CERTIFICATE-----`),
    ],
    lists: [
      { id: 'c2pa', issued: '2026-08-05' },
      { id: 'interim', issued: '2026-01-01' },
    ],
  };
}

const google = signer('Google C2PA Media Services', 'Google LLC', '2026-06-05T08:12:44Z', 'Google C2PA TSA');

/** The AI statement sits only in the parent, as image generators with a visible mark write it. */
export const parentChain: ProvenanceGraph = graph([
  node('urn:c2pa:active', {
    title: 'Generated image.png',
    claimGenerator: text('Google Media Processing 1.4'),
    signedBy: google,
    thumbnail: PIXEL,
    ingredients: [edge('parentOf', 'Source', 'urn:c2pa:parent', PIXEL)],
    softBindings: [text('com.google.synthid')],
    does: [
      ['c2pa.opened'],
      ['c2pa.edited', 'composite', 'Added visible watermark.'],
      ['c2pa.converted'],
      ['vendor.example.polished'],
    ],
  }),
  node('urn:c2pa:parent', {
    claimGenerator: text('Google Generative AI'),
    signedBy: google,
    allActions: true,
    does: [
      ['c2pa.created', 'trainedAlgorithmicMedia', 'Created by Google Generative AI.'],
      ['c2pa.watermarked.unbound'],
    ],
  }),
]);

/** A person's work in an editor: a photograph as parent, an AI element, an element without a credential, an identity. */
export const composite: ProvenanceGraph = graph([
  node('urn:c2pa:composite', {
    title: 'Poster for the spring market, final version.psd',
    claimGenerator: text('Adobe Photoshop 27.0.0'),
    signer: 'interim',
    signedBy: signer('cai-prod', 'Adobe Inc.', '2026-03-02T10:00:00Z'),
    thumbnail: PIXEL,
    identities: [
      {
        name: text('林小满'),
        provider: text('Behance'),
        kind: text('cawg.social_media'),
        standing: 'untrusted',
      },
    ],
    ingredients: [
      edge('parentOf', 'market.jpg', 'urn:c2pa:camera', PIXEL),
      edge('componentOf', 'lanterns.png', 'urn:c2pa:firefly', PIXEL),
      edge('componentOf', HOSTILE_TITLE),
      edge('inputTo', 'prompt.txt'),
    ],
    does: [
      ['c2pa.opened'],
      ['c2pa.placed'],
      ['c2pa.color_adjustments'],
      ['c2pa.cropped'],
      ['c2pa.addedText'],
      ['c2pa.edited', 'compositeWithTrainedAlgorithmicMedia', 'Generative Fill', 'Adobe Firefly Image 4'],
    ],
  }),
  node('urn:c2pa:camera', {
    title: 'DSC_0042.JPG',
    claimGenerator: text('Nikon Z6III'),
    signedBy: signer('Nikon Z6III 3001234', 'Nikon Corporation', '2026-02-27T07:41:10Z', 'DigiCert TSA'),
    does: [['c2pa.created', 'digitalCapture']],
  }),
  node('urn:c2pa:firefly', {
    title: 'lanterns.png',
    claimGenerator: text('Adobe Firefly'),
    signer: 'expired',
    signedBy: signer('cai-prod', 'Adobe Inc.'),
    does: [['c2pa.created', 'trainedAlgorithmicMedia']],
  }),
]);

/** A camera's own file. */
export const capture: ProvenanceGraph = graph([
  node('urn:c2pa:capture', {
    title: 'PXL_20260601.jpg',
    claimGenerator: text('Pixel Camera'),
    signedBy: google,
    allActions: true,
    does: [['c2pa.created', 'computationalCapture']],
  }),
]);

const MISMATCH: StatusCode = {
  code: text('assertion.dataHash.mismatch'),
  kind: 'failure',
  explanation: text(
    'asset hash error, name: jumbf manifest, error: hash verification( Hashes do not match )',
  ),
  url: text('self#jumbf=/c2pa/urn:c2pa:broken/c2pa.assertions/c2pa.hash.data'),
};

/** Bytes that are no longer what was signed. */
export const changed: ProvenanceGraph = graph([
  node('urn:c2pa:broken', {
    title: 'A.jpg',
    integrity: 'content-changed',
    signer: 'unlisted',
    signedBy: signer('C2PA Signer', 'C2PA Test Signing Cert', '2022-06-14T22:36:41Z'),
    codes: [MISMATCH, { code: text('vendor.example.odd'), kind: 'informational', explanation: text('odd') }],
    ingredients: [edge('parentOf', 'A.jpg')],
    does: [['c2pa.opened'], ['c2pa.edited']],
  }),
]);

/** Hostile: a manifest that is its own parent, another reached twice, an ingredient that leads nowhere. */
export const circular: ProvenanceGraph = graph([
  node('__proto__', {
    title: HOSTILE_TITLE,
    ingredients: [
      edge('parentOf', 'itself', '__proto__'),
      edge('componentOf', 'once', 'urn:c2pa:shared'),
      edge('componentOf', 'twice', 'urn:c2pa:shared'),
      edge('unknown', 'nowhere', 'urn:c2pa:missing', 'data:image/svg+xml,<svg onload="alert(1)"/>'),
    ],
  }),
  node('urn:c2pa:shared', { ingredients: [edge('parentOf', 'up', '__proto__')] }),
]);

/** A history of that many steps, each the parent of the one before. */
export function longChain(steps: number): ProvenanceGraph {
  const label = (step: number) => `urn:c2pa:${step}`;
  const nodes = Array.from({ length: steps }, (_, step) =>
    node(label(step), {
      title: `step ${step}.jpg`,
      ingredients: step + 1 < steps ? [edge('parentOf', `step ${step + 1}`, label(step + 1))] : [],
    }),
  );
  return graph(nodes as [GraphNode, ...GraphNode[]]);
}

/** The check that belongs to a graph: what its active manifest says. */
export function checkOf(history: ProvenanceGraph): CredentialCheck {
  const active = history.nodes[0];
  const integrity: Integrity = active?.integrity ?? 'malformed';
  const standing: SignerStanding = active?.signer ?? 'unlisted';
  return {
    kind: 'checked',
    integrity,
    signer: standing,
    ...(active?.signedBy === undefined ? {} : { signedBy: active.signedBy }),
    failed: integrity === 'intact' ? [] : [history.active],
    codes: active?.codes ?? [],
  };
}

/** Histories of sample items by id: see `credentialItems`. */
export const SAMPLE_HISTORIES: ReadonlyMap<string, ProvenanceGraph> = new Map([
  ['gemini', parentChain],
  ['composite', composite],
  ['capture', capture],
  ['changed', changed],
  ['circular', circular],
  ['long', longChain(40)],
]);
