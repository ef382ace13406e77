import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import type { PageFact } from '../../../lib/facts/page-facts';
import { inspectPageFact } from '../../../lib/inspect/inspect-page-fact';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { actionsBox, IPTC, storeBox } from '../../support/samples/jumbf';
import { wrapped } from '../../support/samples/text';

const rules = loadRuleBook();
const inspect = (kind: PageFact['kind'], value: string) =>
  inspectPageFact({ kind, path: ['article', 'pre'], value: fileText(value) } as PageFact, rules);
const summary = async (kind: PageFact['kind'], value: string) =>
  (await inspect(kind, value)).map(({ signal, states, assurance, place }) => ({
    signal,
    states,
    assurance,
    place,
  }));

describe('front matter shown on a page', () => {
  it.each([
    ['1', 'possible'],
    ['2', 'possible'],
    ['3', 'suspected'],
  ])('with label %s is %s: a declaration at most', async (label, state) => {
    const text = `---\ntitle: x\nAIGC:\n  Label: "${label}"\n  ContentProducer: "MiniMax"\n  ProduceID: "a1"\n---\n# x`;
    expect(await summary('front-matter', text)).toEqual([
      {
        signal: 'gb45438',
        states: { kind: 'ai', state, extent: 'unknown' },
        assurance: 'unsigned',
        place: { path: ['page', 'article', 'pre', 'front matter', 'AIGC'] },
      },
    ]);
  });

  it('without a label is nothing', async () => {
    expect(await inspect('front-matter', '---\ntitle: AIGC: what it is\n---\ntext')).toEqual([]);
    expect(await inspect('front-matter', '')).toEqual([]);
  });
});

describe('a manifest in a text', () => {
  const store = storeBox({
    label: 'urn:c2pa:1',
    assertions: [
      actionsBox([{ action: 'c2pa.created', digitalSourceType: `${IPTC}trainedAlgorithmicMedia` }]),
    ],
    claim: { claim_generator: 'test' },
  });

  it('is a credential that nobody checked, as variation selectors and between BEGIN and END', async () => {
    const block = `-----BEGIN C2PA MANIFEST-----\ndata:application/c2pa;base64,${Buffer.from(store).toString('base64')}\n-----END C2PA MANIFEST-----`;
    for (const [text, step] of [
      [wrapped(store), 'variation selectors'],
      [block, 'C2PA MANIFEST'],
    ] as const) {
      const [finding] = await summary('text-manifest', text);
      expect(finding).toMatchObject({
        signal: 'c2pa',
        states: { kind: 'ai', state: 'confirmed', extent: 'full' },
        assurance: 'pending',
      });
      expect(finding?.place.path.slice(0, 3)).toEqual(['page', 'article', 'pre']);
      expect(finding?.place.path).toContain(step);
    }
  });

  it('that is named and kept elsewhere states nothing but its address', async () => {
    const address = 'https://store.example/m.c2pa';
    const text = `-----BEGIN C2PA MANIFEST-----\n${address}\n-----END C2PA MANIFEST-----`;
    const found = await inspect('text-manifest', text);
    expect(found.map(({ states, remarks }) => [states, remarks])).toEqual([
      [{ kind: 'nothing' }, [{ code: 'c2pa-elsewhere', value: address }]],
    ]);
  });

  it('that is damaged or one of several states nothing', async () => {
    for (const text of [wrapped(store, { length: store.length + 9 }), wrapped(store) + wrapped(store)])
      for (const { states } of await inspect('text-manifest', text))
        expect(states).toEqual({ kind: 'nothing' });
  });

  it('is bounded: a million selectors, a thousand manifests', async () => {
    expect(await inspect('text-manifest', `\uFEFF${'\uFE01'.repeat(1_000_000)}`)).toEqual([]);
    expect((await inspect('text-manifest', wrapped(store).repeat(1000))).length).toBeLessThanOrEqual(1);
  });
});
