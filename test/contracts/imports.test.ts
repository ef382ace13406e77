import { describe, expect, it } from 'vitest';
import { type Import, importsOf, modulesUnder } from '../support/source/modules';

/**
 * Who may import whom. `values` are imports that end up in the bundle; `types` vanish when compiled. Base
 * types (`bytes/file-text`, `bytes/limits`) are vocabulary and open to every layer.
 */
const LAYERS: Readonly<
  Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }>
> = {
  bytes: { values: [], types: [] },
  containers: { values: ['bytes'], types: [] },
  metadata: { values: ['bytes'], types: [] },
  pixels: { values: ['bytes'], types: [] },
  c2pa: { values: ['metadata', 'bytes'], types: [] },
  facts: { values: ['containers', 'metadata', 'c2pa', 'bytes'], types: [] },
  rules: { values: [], types: [] },
  signals: { values: ['rules'], types: ['facts', 'c2pa'] },
  // Curves and hashes stay out of pages: whoever checks signatures hands the checker to `inspect`.
  signatures: { values: ['signals/gb45438/security-data'], types: ['signals'] },
  // Who says a thing is told by its finding.
  verdict: { values: ['signals/finding'], types: ['signals', 'bytes'] },
  inspect: {
    values: [
      'bytes',
      'containers',
      'metadata',
      'c2pa',
      'facts',
      'signals',
      'rules',
      'verdict',
      'pixels',
      'signatures/check-novelai-signature',
    ],
    types: [],
  },
  labels: { values: ['rules', 'signals/finding'], types: ['verdict', 'signals'] },
  // Channels speak HTTP themselves, with `fetch` as an argument; the ledger is IndexedDB, which both sides of the extension have.
  reports: {
    values: ['labels', 'rules', 'signals/finding', 'net/body-reader', 'bytes'],
    types: ['verdict', 'signals', 'messages', 'inspect', 'facts', 'c2pa'],
  },
  net: { values: ['bytes'], types: [] },
  checker: { values: ['net', 'bytes', 'c2pa'], types: ['containers'] },
  // The schemas are made from the lists that the types are made from.
  messages: {
    values: [
      'signals/finding',
      'signals/gb45438/label-signature',
      'containers/container',
      'inspect/inspection',
      'c2pa/credential',
    ],
    types: ['bytes', 'inspect', 'labels', 'verdict', 'signals', 'c2pa'],
  },
  settings: { values: ['rules/localized', 'rules/recipient-row'], types: [] },
  page: {
    values: ['messages', 'labels', 'settings', 'rules', 'signals/finding'],
    types: ['verdict', 'inspect', 'signals', 'facts', 'bytes', 'c2pa'],
  },
  ui: {
    values: [
      'messages',
      'labels',
      'settings',
      'rules',
      'reports',
      'signals/finding',
      'signals/gb45438/label',
      'c2pa/credential',
    ],
    types: ['verdict', 'inspect', 'signals', 'facts', 'bytes', 'c2pa'],
  },
  platform: {
    values: ['messages', 'settings', 'checker', 'net/private-network', 'reports'],
    types: ['ui', 'rules', 'inspect', 'bytes', 'c2pa'],
  },
  // The command line wires the pipeline to files, as an entrypoint wires it to a browser.
  cli: {
    values: [
      'inspect',
      'signatures',
      'rules',
      'containers/document-registry',
      'c2pa',
      'checker/media-type',
      'net/bounded-body',
      'net/loses-tls',
    ],
    types: ['bytes', 'signals', 'verdict'],
  },
};

const VOCABULARY = ['bytes/file-text', 'bytes/limits'];
const BROWSER_LAYERS = ['platform', 'settings'];
const NODE_LAYERS = ['cli'];

const imports = modulesUnder('lib').flatMap(importsOf);
const layerOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];

describe('layers of lib', () => {
  it('import only what the table allows', () => {
    expect(imports.filter(isForbidden).map(asLine)).toEqual([]);
  });

  it('leave documents to those who ask for them: pages read media only', () => {
    const isDocuments = ({ to }: Import) => to === 'lib/containers/document-registry';
    const asking = [...imports, ...modulesUnder('entrypoints').flatMap(importsOf)].filter(isDocuments);
    expect(asking.map(({ from }) => from)).toEqual([
      'lib/cli/inspect.ts',
      // Takes stores out of containers that the credential library cannot open; no page loads it.
      'entrypoints/credential-worker/index.ts',
      'entrypoints/inspect/file-inspector.ts',
    ]);
  });

  it('leave curves and pixels to those who hold a file on purpose: pages do without', () => {
    const entrypoints = modulesUnder('entrypoints').flatMap(importsOf);
    const asking = entrypoints.filter(({ to }) =>
      /^lib\/(?:signatures|pixels|signals\/pixels)\/|^lib\/inspect\/inspect-pixels$/.test(to),
    );
    expect(
      asking.filter(({ from }) => /^entrypoints\/(?:sentry|page|engine)\//.test(from)).map(asLine),
    ).toEqual([]);
  });

  it('are all in the table', () => {
    const layers = new Set(modulesUnder('lib').map(({ path }) => layerOf(path)));
    expect([...layers].filter((layer) => !layer || !(layer in LAYERS))).toEqual([]);
  });

  it('leave the extension API to platform and settings', () => {
    const isBrowser = ({ to }: Import) => /^(wxt|#imports|webextension-polyfill)/.test(to);
    expect(imports.filter((one) => isBrowser(one) && !isIn(one.from, BROWSER_LAYERS)).map(asLine)).toEqual(
      [],
    );
  });

  it('leave Node to the command line', () => {
    const isNode = ({ to }: Import) => to.startsWith('node:');
    expect(imports.filter((one) => isNode(one) && !isIn(one.from, NODE_LAYERS)).map(asLine)).toEqual([]);
  });
});

function isForbidden({ from, to, typeOnly }: Import): boolean {
  const layer = layerOf(from);
  const goal = /^lib\/(.+)$/.exec(to)?.[1];
  if (!layer || !goal || goal.startsWith(`${layer}/`) || VOCABULARY.includes(goal)) return false;
  const allowed = LAYERS[layer];
  const open = [...(allowed?.values ?? []), ...(typeOnly ? (allowed?.types ?? []) : [])];
  return !open.some((prefix) => goal === prefix || goal.startsWith(`${prefix}/`));
}

function isIn(path: string, layers: readonly string[]): boolean {
  return layers.includes(layerOf(path) ?? '');
}

function asLine({ from, to, typeOnly }: Import): string {
  return `${from} may not import ${typeOnly ? 'types of ' : ''}${to}: see the table in test/contracts/imports.test.ts`;
}
