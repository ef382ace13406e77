import { describe, expect, it } from 'vitest';
import type { C2paLibrary } from '../../../lib/c2pa/library';
import { verifyCredential } from '../../../lib/c2pa/verify';

/** What a library would say of a store: manifests as crJSON, pictures by their address. */
type Store = {
  readonly manifests: readonly object[];
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  readonly json?: object;
};

function libraryOf({ manifests, pictures, json }: Store): C2paLibrary & { freed: number } {
  const library = {
    freed: 0,
    read: async () => ({
      crJson: () => JSON.stringify({ manifests }).replaceAll('"PROTO"', '"__proto__"'),
      json: () => JSON.stringify(json ?? {}),
      resourceToBytes: (uri: string) => {
        const picture = pictures?.get(uri);
        if (picture === undefined) throw new Error('C2pa(ResourceNotFound)');
        return picture;
      },
      free: () => {
        library.freed += 1;
      },
    }),
  };
  return library;
}

async function verify(store: Store) {
  return await verifyCredential(libraryOf(store), { bytes: new Uint8Array(), mime: 'image/jpeg' }, {});
}

const uri = (label: string, rest = '') => `self#jumbf=/c2pa/${label}${rest}`;
const ingredient = (to: string, more: object = {}) => ({
  relationship: 'parentOf',
  activeManifest: { url: uri(to) },
  ...more,
});
const manifest = (label: string, assertions: object = {}, failures: readonly object[] = []) => ({
  label,
  assertions,
  validationResults: { failure: failures, success: [], informational: [] },
});
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]);

describe('the history of a store', () => {
  it('goes breadth first from the active manifest, each manifest once, through cycles and to strays', async () => {
    const { graph } = await verify({
      manifests: [
        manifest('a', { 'c2pa.ingredient.v3': ingredient('b'), 'c2pa.ingredient.v3__1': ingredient('c') }),
        manifest('stray'),
        manifest('b', { 'c2pa.ingredient.v3': ingredient('d'), 'c2pa.ingredient.v3__1': ingredient('a') }),
        manifest('c', { 'c2pa.ingredient.v3': ingredient('c') }),
        manifest('d'),
        manifest('d', { 'c2pa.ingredient.v3': ingredient('nowhere') }),
      ],
    });
    expect(graph?.nodes.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd', 'stray']);
    expect(graph?.active).toBe('a');
  });

  it('loses no manifest, assertion or action called __proto__', async () => {
    const { check, graph } = await verify({
      manifests: [
        manifest('a', { 'c2pa.ingredient.v3': ingredient('__proto__') }),
        { ...manifest('PROTO', { 'c2pa.actions.v2': { actions: [{ action: '__proto__' }] } }) },
      ],
    });
    expect(graph?.nodes.map(({ label }) => label)).toEqual(['a', '__proto__']);
    expect(graph?.nodes[1]?.actions).toEqual([{ action: '__proto__' }]);
    expect(check).toMatchObject({ integrity: 'intact', failed: [] });
  });

  it('names by label the ingredients that do not hold, also when their user had recorded it', async () => {
    const failure = (label: string, code: string) => ({ code, url: uri(label, '/c2pa.signature') });
    const recorded = {
      validationResults: { activeManifest: { failure: [failure('b', 'claimSignature.mismatch')] } },
    };
    const old = {
      validationStatus: [
        failure('c', 'assertion.dataHash.mismatch'),
        failure('c', 'claimSignature.validated'),
      ],
    };
    const { check, graph } = await verify({
      manifests: [
        manifest('a', {
          'c2pa.ingredient.v3': ingredient('b', recorded),
          'c2pa.ingredient': { relationship: 'componentOf', c2pa_manifest: { url: uri('c') }, ...old },
          'c2pa.ingredient__1': { relationship: 'cousinOf', c2pa_manifest: { url: uri('d') } },
        }),
        manifest('b'),
        manifest('c'),
        manifest('d', {}, [failure('d', 'ingredient.manifest.mismatch')]),
        manifest('e'),
      ],
    });
    expect(check).toMatchObject({ integrity: 'intact', failed: ['b', 'c', 'd'] });
    expect(graph?.nodes.map(({ label, integrity }) => `${label} ${integrity}`)).toEqual([
      'a intact',
      'b signature-broken',
      'c content-changed',
      'd content-changed',
      'e intact',
    ]);
    expect(graph?.nodes[0]?.ingredients.map(({ relationship, to }) => `${relationship} ${to}`)).toEqual([
      'parentOf b',
      'componentOf c',
      'unknown d',
    ]);
  });

  it('takes pictures by their bytes only, small ones, and no more than twelve', async () => {
    const thumbnails = Array.from(
      { length: 20 },
      (_, at) => `c2pa.assertions/c2pa.thumbnail.ingredient__${at}`,
    );
    const taken = async (picture: Uint8Array) => {
      const { graph } = await verify({
        manifests: [
          manifest(
            'a',
            Object.fromEntries(
              thumbnails.map((path, at) => [
                `c2pa.ingredient.v3__${at + 1}`,
                { thumbnail: { url: `self#jumbf=${path}` } },
              ]),
            ),
          ),
        ],
        pictures: new Map(thumbnails.map((path) => [uri('a', `/${path}`), picture])),
      });
      return (graph?.nodes[0]?.ingredients ?? []).flatMap(({ thumbnail }) => thumbnail ?? []);
    };
    expect(await taken(JPEG)).toEqual(Array(12).fill('data:image/jpeg;base64,/9j/4AEC'));
    expect(await taken(new TextEncoder().encode('<svg onload="x()"/>'))).toEqual([]);
    const big = new Uint8Array(64 * 1024 + 1);
    big.set(JPEG);
    expect(await taken(big)).toEqual([]);
    expect(await taken(big.subarray(0, 64 * 1024))).toHaveLength(12);
  });

  it('keeps identities apart from the signer, names watermarks, and reads agents of both versions', async () => {
    const about = { code: 'cawg.ica.untrusted_issuer', url: uri('a', '/c2pa.assertions/cawg.identity') };
    const { graph } = await verify({
      manifests: [
        manifest(
          'a',
          {
            'cawg.identity': {},
            'c2pa.soft-binding': { alg: 'com.example.mark' },
            'c2pa.actions': { actions: [{ action: 'c2pa.created', softwareAgent: 'Old 1' }] },
            'c2pa.actions.v2': {
              softwareAgents: [{ name: 'New', version: '2' }],
              actions: [{ action: 'c2pa.watermarked.bound', softwareAgentIndex: 0 }],
              allActionsIncluded: true,
            },
          },
          [about],
        ),
      ],
      json: {
        manifests: {
          a: {
            assertions: [
              {
                label: 'cawg.identity',
                data: {
                  verifiedIdentities: [
                    { type: 'cawg.social_media', name: 'Someone', provider: { name: 'Site' } },
                  ],
                },
              },
            ],
          },
        },
      },
    });
    expect(graph?.nodes[0]).toMatchObject({
      identities: [{ kind: 'cawg.social_media', name: 'Someone', provider: 'Site', standing: 'untrusted' }],
      softBindings: ['com.example.mark', 'c2pa.watermarked.bound'],
      actions: [
        { action: 'c2pa.created', agent: 'Old 1' },
        { action: 'c2pa.watermarked.bound', agent: 'New 2' },
      ],
      allActions: false,
    });
  });

  it('is bounded however much a store holds', async () => {
    const actions = Array.from({ length: 1200 }, (_, at) => ({
      action: `x.${at}`,
      description: 'd'.repeat(9000),
    }));
    const failures = Array.from({ length: 500 }, () => ({ code: 'assertion.missing', url: uri('m0', '/x') }));
    const manifests = Array.from({ length: 500 }, (_, at) =>
      manifest(`m${at}`, at === 0 ? { 'c2pa.actions.v2': { actions } } : {}, at === 0 ? failures : []),
    );
    const { check, graph } = await verify({ manifests });
    expect(graph?.nodes).toHaveLength(64);
    expect(graph?.nodes[0]?.actions).toHaveLength(128);
    expect(check.kind === 'checked' && check.codes).toHaveLength(64);
    expect(graph?.raw.length).toBe(512 * 1024);
    expect(JSON.stringify(graph).length).toBeLessThan(1024 * 1024);
  });

  it('does not take an answer apart that is too long', async () => {
    const { check, graph } = await verify({
      manifests: [manifest('a', { x: 'x'.repeat(16 * 1024 * 1024) })],
    });
    expect(check).toEqual({ kind: 'unchecked', why: 'too-large' });
    expect(graph).toBeUndefined();
  });

  it('frees what the library holds, and says so when its answer is no store', async () => {
    const library = libraryOf({ manifests: [] });
    const { check } = await verifyCredential(library, { bytes: new Uint8Array(), mime: 'image/jpeg' }, {});
    expect(check).toMatchObject({ kind: 'checked', integrity: 'malformed' });
    expect(library.freed).toBe(1);
  });
});
