import { describe, expect, it } from 'vitest';
import { ByteFault } from '../../../lib/bytes/fault';
import { MAX_ASSERTION_BYTES, MAX_C2PA_MANIFESTS } from '../../../lib/bytes/limits';
import type { C2paStore } from '../../../lib/c2pa/manifest-store';
import { readManifestStore } from '../../../lib/c2pa/read-store';
import { driveWhole } from '../../support/parse';
import { bytesOf, hex } from '../../support/samples/cbor';
import {
  actionsBox,
  box,
  cborBox,
  IPTC,
  ingredientBox,
  jsonBox,
  manifestBox,
  storeBox,
  superbox,
  thumbnailBox,
} from '../../support/samples/jumbf';

const PATH = ['JPEG', 'APP11', 'JUMBF'];
const CREATED = { action: 'c2pa.created', digitalSourceType: `${IPTC}trainedAlgorithmicMedia` };

function run(bytes: Uint8Array) {
  return driveWhole(readManifestStore({ spans: [{ offset: 0, length: bytes.length }], path: PATH }), bytes);
}

function read(bytes: Uint8Array): C2paStore {
  return run(bytes).result;
}

/** How a reading ended: `complete`, the kind of the fault, or what else was thrown. */
function endOf(bytes: Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    return error instanceof ByteFault ? error.kind : `other: ${String(error)}`;
  }
  return 'complete';
}

describe('readManifestStore', () => {
  it('reads claim, actions and ingredients of every manifest; the last is the active one', () => {
    const parent = {
      label: 'urn:c2pa:parent',
      assertions: [actionsBox([{ ...CREATED, softwareAgent: { name: 'Model', version: '2' } }])],
    };
    const active = {
      label: 'urn:c2pa:active',
      assertions: [ingredientBox('parentOf', 'urn:c2pa:parent'), actionsBox([{ action: 'c2pa.opened' }])],
      claim: { claim_generator_info: { name: 'Editor', version: '26.9' }, 'dc:title': 'out.png' },
    };
    const bytes = storeBox(parent, active);
    const store = read(bytes);
    const activeOffset = 38 + manifestBox(parent).length;
    expect(store).toMatchObject({ active: 'urn:c2pa:active', path: PATH, offset: 0, stores: 1, faults: [] });
    expect(store.manifests).toHaveLength(2);
    expect(store.manifests[0]).toMatchObject({
      label: 'urn:c2pa:parent',
      claimGenerator: 'Maker 1.0',
      offset: 38,
    });
    expect(store.manifests[0]?.actions).toEqual([
      {
        action: 'c2pa.created',
        digitalSourceType: CREATED.digitalSourceType,
        softwareAgent: 'Model 2',
        ingredients: [],
        assertion: 'c2pa.actions.v2',
        offset: 136,
        raw: `{"action":"c2pa.created","digitalSourceType":"${CREATED.digitalSourceType}","softwareAgent":{"name":"Model","version":"2"}}`,
      },
    ]);
    expect(store.manifests[1]).toMatchObject({
      claimGenerator: 'Editor 26.9',
      title: 'out.png',
      offset: activeOffset,
      assertions: ['c2pa.ingredient.v3', 'c2pa.actions.v2'],
    });
    expect(store.manifests[1]?.ingredients).toEqual([
      {
        relationship: 'parentOf',
        title: 'parentOf.png',
        manifest: 'urn:c2pa:parent',
        assertion: 'c2pa.ingredient.v3',
        offset: activeOffset + 98,
      },
    ]);
  });

  it('gives facts that survive JSON unchanged', () => {
    const store = read(
      storeBox({ label: 'a', assertions: [actionsBox([CREATED]), ingredientBox('inputTo')] }),
    );
    expect(JSON.parse(JSON.stringify(store))).toEqual(store);
  });

  it.each([
    ['v1 text', { claim_generator: 'ChatGPT c2pa-rs/0.28.4' }, 'ChatGPT c2pa-rs/0.28.4'],
    ['v1 list', { claim_generator: 'x/1', claim_generator_info: [{ name: 'App', version: '3' }] }, 'App 3'],
    ['v1 null list', { claim_generator: 'x/1', claim_generator_info: null }, 'x/1'],
    ['v2 map without version', { claim_generator_info: { name: 'App' } }, 'App'],
  ])('names the claim generator: %s', (_name, claim, expected) => {
    expect(read(storeBox({ label: 'a', claim, claimLabel: 'c2pa.claim' })).manifests[0]?.claimGenerator).toBe(
      expected,
    );
  });

  it('reads actions of v1, of several assertions, with templates and a list of agents', () => {
    const templated = cborBox('c2pa.actions.v2__1', {
      actions: [{ action: 'c2pa.edited', softwareAgentIndex: 1 }],
      templates: [
        { action: 'c2pa.edited', digitalSourceType: `${IPTC}compositeSynthetic`, description: 'Filled' },
      ],
      softwareAgents: [{ name: 'First' }, { name: 'Second' }],
    });
    const v1 = actionsBox([{ action: 'c2pa.created', softwareAgent: 'Image Creator' }], 'c2pa.actions');
    const { actions } = read(storeBox({ label: 'a', assertions: [v1, templated] })).manifests[0]!;
    expect(actions).toMatchObject([
      { action: 'c2pa.created', softwareAgent: 'Image Creator', assertion: 'c2pa.actions' },
      {
        action: 'c2pa.edited',
        softwareAgent: 'Second',
        digitalSourceType: `${IPTC}compositeSynthetic`,
        description: 'Filled',
        assertion: 'c2pa.actions.v2__1',
      },
    ]);
  });

  it("reads Adobe's parameter and the ingredients an action names", () => {
    const parameters = {
      'com.adobe.digitalSourceType': `${IPTC}trainedAlgorithmicMedia`,
      ingredients: [{ url: 'self#jumbf=c2pa.assertions/c2pa.ingredient.v3__1', hash: new Uint8Array(32) }],
      ingredient: { url: 'self#jumbf=/c2pa/urn:x/c2pa.assertions/c2pa.ingredient' },
    };
    const [action] = read(
      storeBox({ label: 'a', assertions: [actionsBox([{ action: 'c2pa.opened', parameters }])] }),
    ).manifests[0]!.actions;
    expect(action?.vendorSourceType).toBe(`${IPTC}trainedAlgorithmicMedia`);
    expect(action?.ingredients).toEqual(['c2pa.ingredient.v3__1', 'c2pa.ingredient']);
    expect(action?.raw).toContain('"hash":"(32 bytes)"');
  });

  it.each([
    [
      'v1',
      'c2pa.ingredient',
      { relationship: 'componentOf', 'dc:title': 't', c2pa_manifest: { url: 'self#jumbf=/c2pa/urn:uuid:1' } },
    ],
    [
      'v2',
      'c2pa.ingredient.v2__3',
      {
        relationship: 'componentOf',
        'dc:title': 't',
        c2pa_manifest: { url: 'self#jumbf=c2pa/urn:uuid:1/c2pa.claim' },
      },
    ],
    [
      'v3',
      'c2pa.ingredient.v3',
      {
        relationship: 'componentOf',
        'dc:title': 't',
        activeManifest: { url: 'self#jumbf=/c2pa/urn:uuid:1' },
      },
    ],
  ])('reads an ingredient of %s', (_name, label, value) => {
    const { ingredients } = read(storeBox({ label: 'a', assertions: [cborBox(label, value)] })).manifests[0]!;
    expect(ingredients).toMatchObject([
      { relationship: 'componentOf', title: 't', manifest: 'urn:uuid:1', assertion: label },
    ]);
  });

  it('takes an unknown relationship and a foreign URI for what they are', () => {
    const value = { relationship: 'cousinOf', activeManifest: { url: 'https://example.com/x' } };
    const [ingredient] = read(storeBox({ label: 'a', assertions: [cborBox('c2pa.ingredient.v3', value)] }))
      .manifests[0]!.ingredients;
    expect(ingredient).toEqual({ relationship: 'unknown', assertion: 'c2pa.ingredient.v3', offset: 122 });
  });

  it('finds DigitalSourceType in metadata assertions', () => {
    const assertions = [
      jsonBox('c2pa.metadata', {
        '@context': { x: 'y' },
        'Iptc4xmpExt:DigitalSourceType': `${IPTC}digitalCapture`,
      }),
      jsonBox('stds.iptc.photo-metadata__1', { a: [{ DigitalSourceType: { '@id': `${IPTC}print` } }] }),
      jsonBox('stds.schema-org.CreativeWork', { digitalSourceType: [`${IPTC}composite`, 3] }),
      jsonBox('com.example.other', { digitalSourceType: 'never read' }),
    ];
    const { metadataSourceTypes } = read(storeBox({ label: 'a', assertions })).manifests[0]!;
    expect(metadataSourceTypes.map(({ value, assertion }) => [value, assertion])).toEqual([
      [`${IPTC}digitalCapture`, 'c2pa.metadata'],
      [`${IPTC}print`, 'stds.iptc.photo-metadata__1'],
      [`${IPTC}composite`, 'stds.schema-org.CreativeWork'],
    ]);
  });

  it('keeps assertions that disclose AI', () => {
    const assertions = [
      cborBox('c2pa.ai-disclosure', { modelType: 'c2pa.types.model', modelName: 'Flux' }),
      jsonBox('c2pa.ai_generated_content', { ai_generated: false }),
    ];
    expect(read(storeBox({ label: 'a', assertions })).manifests[0]?.disclosures).toMatchObject([
      { assertion: 'c2pa.ai-disclosure', model: 'Flux', denied: false },
      { assertion: 'c2pa.ai_generated_content', denied: true, raw: '{"ai_generated":false}' },
    ]);
  });
});

describe('readManifestStore: what it asks for', () => {
  it('skips thumbnails, hashes and signatures: a store of 1.5 MB costs less than 2 KB', () => {
    const manifest = (label: string) => ({
      label,
      assertions: [
        thumbnailBox('c2pa.thumbnail.claim', 500_000),
        ingredientBox('parentOf'),
        thumbnailBox('c2pa.thumbnail.ingredient', 250_000),
        cborBox('c2pa.hash.data', { hash: new Uint8Array(32), pad: new Uint8Array(4000) }),
        actionsBox([CREATED]),
      ],
    });
    const bytes = storeBox(manifest('urn:c2pa:1'), manifest('urn:c2pa:2'));
    const { result, asks } = run(bytes);
    expect(result.manifests.map(({ actions }) => actions.length)).toEqual([1, 1]);
    expect(asks.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2048);
    const touched = asks.filter(({ offset, length }) =>
      bytes.subarray(offset, offset + length).includes(0xab),
    );
    expect(touched).toEqual([]);
    expect(asks.filter(({ what }) => what === 'c2pa.hash.data')).toEqual([]);
  });

  it('reads a store whose spans cut through everything', () => {
    const bytes = storeBox({ label: 'urn:c2pa:1', assertions: [actionsBox([CREATED])] });
    const whole = read(bytes);
    for (const size of [1, 7, 64]) {
      const spans = [];
      const file = new Uint8Array(bytes.length * 2 + 4 * bytes.length);
      let at = 5;
      for (let start = 0; start < bytes.length; start += size) {
        const piece = bytes.subarray(start, start + size);
        file.set(piece, at);
        spans.push({ offset: at, length: piece.length });
        at += piece.length + 3;
      }
      const { result } = driveWhole(readManifestStore({ spans, path: PATH }), file);
      expect(result.manifests[0]?.actions[0]?.digitalSourceType).toBe(CREATED.digitalSourceType);
      expect(result.offset).toBe(whole.offset + 5);
    }
  });
});

describe('readManifestStore: damaged and hostile stores', () => {
  const good = { label: 'urn:good', assertions: [actionsBox([CREATED])] };
  const bad = {
    label: 'urn:bad',
    assertions: [superbox('cbor', 'c2pa.actions.v2', box('cbor', hex('9bffffffffffffffff')))],
  };

  it('leaves a damaged manifest out whole and keeps the others', () => {
    const store = read(storeBox(good, bad));
    expect(store.manifests.map(({ label }) => label)).toEqual(['urn:good']);
    expect(store.active).toBe('urn:bad');
    expect(store.faults).toMatchObject([{ label: 'urn:bad', state: 'truncated' }]);
  });

  it('keeps a manifest whose metadata assertion is damaged', () => {
    const broken = superbox('json', 'stds.exif', box('json', new TextEncoder().encode('{"a":')));
    const store = read(storeBox({ ...good, assertions: [broken, actionsBox([CREATED])] }));
    expect(store.manifests[0]?.actions).toHaveLength(1);
    expect(store.faults).toEqual([{ label: 'urn:good', state: 'malformed', why: 'assertion is not JSON' }]);
  });

  it('says that a compressed manifest is not supported', () => {
    const store = read(storeBox(good, { label: 'urn:zip', kind: 'c2cm' }));
    expect(store.faults).toEqual([{ label: 'urn:zip', state: 'unsupported', why: 'compressed manifest' }]);
    expect(store.active).toBe('urn:zip');
  });

  it('reads update manifests and passes over boxes that are no manifests', () => {
    const store = read(
      superbox('c2pa', 'c2pa', manifestBox({ ...good, kind: 'c2um' }), superbox('c2xx', 'other')),
    );
    expect([store.manifests.length, store.active, store.faults]).toEqual([1, 'urn:good', []]);
  });

  it('holds manifests called __proto__ and constructor like any other', () => {
    const store = read(storeBox({ ...good, label: '__proto__' }, { ...good, label: 'constructor' }));
    expect(store.manifests.map(({ label }) => label)).toEqual(['__proto__', 'constructor']);
    expect(store.active).toBe('constructor');
  });

  it('knows no active manifest in a store that is cut off', () => {
    const bytes = storeBox(good, good);
    const cut = bytes.subarray(0, bytes.length - 10);
    const store = read(cut);
    expect([store.manifests.length, store.active, store.faults[0]?.state]).toEqual([1, '', 'truncated']);
  });

  it.each([
    ['JUMBF that is no C2PA store', superbox('json', 'other'), 'unsupported'],
    ['a store without manifest', superbox('c2pa', 'c2pa'), 'malformed'],
    ['a store with nothing readable', storeBox(bad), 'truncated'],
    ['no box at all', hex('0000'), 'malformed'],
  ])('refuses %s', (_name, bytes, kind) => {
    expect(endOf(bytes)).toBe(kind);
  });

  it('decodes an assertion at the size limit and refuses one past it', () => {
    const padded = (bytes: number) => {
      const start = bytesOf(hex('a2'), hex('67616374696f6e73'), hex('80'), hex('6170'));
      const size = bytes - start.length - 5;
      const text = bytesOf(
        hex('5a'),
        [size >>> 24, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff],
        new Uint8Array(size),
      );
      return { label: 'a', assertions: [superbox('cbor', 'c2pa.actions', box('cbor', start, text))] };
    };
    expect(endOf(storeBox(padded(MAX_ASSERTION_BYTES)))).toBe('complete');
    expect(endOf(storeBox(padded(MAX_ASSERTION_BYTES + 1)))).toBe('over-budget');
  });

  it('reads manifests up to the limit and knows no active one past it', () => {
    const many = (count: number) =>
      storeBox(...Array.from({ length: count }, (_, at) => ({ label: `m${at}` })));
    expect(read(many(MAX_C2PA_MANIFESTS)).active).toBe(`m${MAX_C2PA_MANIFESTS - 1}`);
    const over = read(many(MAX_C2PA_MANIFESTS + 1));
    expect([over.manifests.length, over.active, over.faults[0]?.state]).toEqual([
      MAX_C2PA_MANIFESTS,
      '',
      'over-budget',
    ]);
  });

  it('ends every prefix, and every byte changed, in a declared state', () => {
    const sample = storeBox(
      { label: 'urn:1', assertions: [actionsBox([CREATED]), jsonBox('c2pa.metadata', { a: 1 })] },
      {
        label: 'urn:2',
        assertions: [ingredientBox('parentOf', 'urn:1'), thumbnailBox('c2pa.thumbnail.claim', 20)],
      },
    );
    const declared = /^(complete|truncated|malformed|over-budget|unsupported)$/;
    for (let length = 0; length < sample.length; length += 1) {
      expect(endOf(sample.subarray(0, length))).toMatch(declared);
      for (const value of [0x00, 0x01, 0x7f, 0xff])
        expect(endOf(sample.with(length, value))).toMatch(declared);
    }
  });
});
