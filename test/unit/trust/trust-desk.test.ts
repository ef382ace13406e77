import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isRefreshDue, refreshTrust } from '../../../entrypoints/background/refresh-trust';
import { listsOf } from '../../../entrypoints/background/trust-files';
import { createTrustDesk } from '../../../entrypoints/options/trust-desk';
import { LIST_SOURCES } from '../../../lib/c2pa/trust/sources';
import { NO_TRUST_CHOICES, type TrustChoices } from '../../../lib/settings/trust';
import { loadTrust } from '../../../lib/settings/trust-item';
import { ROOT } from '../../support/source/modules';

const key = (name: string) =>
  readFileSync(join(ROOT, 'test/media/make/keys', `TEST-ONLY-${name}.cert.pem`), 'utf8');
const root = key('root');
const signer = key('signer');
const NOW = new Date('2026-11-21T12:00:00Z');

/** What is published or packaged, by the end of its address; the rest is not there. */
function serve(files: { readonly [ending: string]: string }): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const found = Object.entries(files).find(([ending]) => address.endsWith(ending));
    if (found === undefined) throw new TypeError('not there');
    return new Response(found[1]);
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  serve({});
});

afterEach(() => vi.unstubAllGlobals());

describe('the desk of the trust section', () => {
  it('says that a build without lists has none', async () => {
    const { lists, anchors, refresh } = await createTrustDesk().load();
    expect(lists.map(({ id, state, count }) => [id, state, count])).toEqual([
      ['official', 'missing', 0],
      ['timeStamps', 'missing', 0],
      ['interim', 'missing', 0],
    ]);
    expect([anchors, refresh]).toEqual([[], false]);
  });

  it('counts the lists of the build', async () => {
    serve({ 'trust/C2PA-TRUST-LIST.pem': root + signer });
    const { lists } = await createTrustDesk().load();
    expect(lists[0]).toMatchObject({ id: 'official', state: 'built-in', count: 2 });
  });

  it('takes no list whose SHA-256 is not named', async () => {
    const desk = createTrustDesk();
    expect(await desk.loadLists([root, 'x'])).toBe(0);
    expect((await desk.load()).lists[0]?.state).toBe('missing');
  });

  it('adds own anchors once each, says what each covers, and removes them', async () => {
    const desk = createTrustDesk();
    expect(await desk.addAnchors(root + signer)).toEqual({ count: 2, faults: [] });
    expect(await desk.addAnchors(root)).toEqual({ count: 0, faults: [] });
    expect(await desk.addAnchors('words')).toEqual({ count: 0, faults: [{ why: 'no-certificate' }] });
    const { anchors } = await desk.load();
    expect(anchors.map(({ authority }) => authority)).toEqual([true, false]);
    await desk.removeAnchor(anchors[1]?.fingerprint ?? '');
    expect((await desk.load()).anchors.map(({ subject }) => subject)).toEqual([
      'Bianshi TEST root - not for use',
    ]);
    expect((await listsOf(await loadTrust())).own?.anchors).toBe(root);
  });
});

describe('refreshTrust', () => {
  const before: TrustChoices = { ...NO_TRUST_CHOICES, refresh: true };

  it('takes a good list, and uses it before that of the build', async () => {
    serve({ 'trust-list/C2PA-TRUST-LIST.pem': root });
    const after = await refreshTrust(before, NOW);
    expect(after.last).toEqual({
      at: '2026-11-21T12:00:00.000Z',
      results: { official: 'updated', timeStamps: 'not-had' },
    });
    expect((await listsOf(after)).official?.anchors).toBe(root);
    expect((await refreshTrust(after, NOW)).last?.results.official).toBe('same');
  });

  it('keeps the old list where the new one is bad', async () => {
    const name = LIST_SOURCES[0]!.files.anchors.name;
    const held = { ...before, files: [{ name, text: root, pinned: false }] };
    serve({ 'trust-list/C2PA-TRUST-LIST.pem': '<html>404</html>' });
    const after = await refreshTrust(held, NOW);
    expect(after.last?.results.official).not.toBe('updated');
    expect(after.files).toEqual(held.files);
  });

  it('is due only where switched on, and not more often than every seven days', () => {
    const last = (at: string) => ({ ...before, last: { at, results: {} } });
    expect(isRefreshDue(NO_TRUST_CHOICES, NOW)).toBe(false);
    expect(isRefreshDue(before, NOW)).toBe(true);
    expect(isRefreshDue(last('2026-11-15T12:00:00Z'), NOW)).toBe(false);
    expect(isRefreshDue(last('2026-11-14T11:59:00Z'), NOW)).toBe(true);
    expect(isRefreshDue(last('nonsense'), NOW)).toBe(true);
  });
});
