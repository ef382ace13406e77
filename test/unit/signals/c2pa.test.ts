import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { MAX_C2PA_FINDINGS } from '../../../lib/bytes/limits';
import type { C2paStore } from '../../../lib/c2pa/manifest-store';
import { readManifestStore } from '../../../lib/c2pa/read-store';
import type { MediaFacts } from '../../../lib/facts/media-facts';
import type { RuleBook } from '../../../lib/rules/rule-book';
import c2pa from '../../../lib/signals/detectors/c2pa';
import { SOURCE_TYPES } from '../../../lib/signals/digital-source-type';
import type { Finding } from '../../../lib/signals/finding';
import { driveWhole } from '../../support/parse';
import type { Encodable } from '../../support/samples/cbor';
import {
  actionsBox,
  cborBox,
  IPTC,
  ingredientBox,
  jsonBox,
  type ManifestParts,
  storeBox,
} from '../../support/samples/jumbf';

const PATH = ['PNG', 'caBX', 'JUMBF'];
const NO_RULES = {} as RuleBook;
const EMPTY: MediaFacts = { container: 'png', fields: [], faults: [] };

function storeOf(...manifests: ManifestParts[]): C2paStore {
  const bytes = storeBox(...manifests);
  return driveWhole(readManifestStore({ spans: [{ offset: 0, length: bytes.length }], path: PATH }), bytes)
    .result;
}

const detect = (store: C2paStore): readonly Finding[] => c2pa.detect({ ...EMPTY, c2pa: store }, NO_RULES);

/** `ai confirmed full`, `captured` …: what each finding states, in order. */
function statesOf(...manifests: ManifestParts[]): readonly string[] {
  return detect(storeOf(...manifests)).map(({ states }) => Object.values(states).join(' '));
}

const manifest = (label: string, ...assertions: Uint8Array[]): ManifestParts => ({ label, assertions });
const action = (name: string, code?: string, more: { [key: string]: Encodable } = {}) =>
  actionsBox([{ action: name, ...(code ? { digitalSourceType: IPTC + code } : {}), ...more }]);

describe('c2pa: rubric rows', () => {
  it.each([
    ['c2pa.created', 'trainedAlgorithmicMedia', 'ai confirmed full'],
    ['c2pa.opened', 'trainedAlgorithmicMedia', 'ai confirmed full'],
    ['c2pa.created', 'compositeWithTrainedAlgorithmicMedia', 'ai confirmed partial'],
    ['c2pa.created', 'compositeSynthetic', 'ai confirmed partial'],
    ['c2pa.created', 'trainedAlgorithmicData', 'ai confirmed unknown'],
    ['c2pa.created', 'digitalCapture', 'captured'],
    ['c2pa.created', 'computationalCapture', 'captured'],
    ['c2pa.created', 'compositeCapture', 'captured'],
    ['c2pa.created', 'algorithmicMedia', 'other'],
    ['c2pa.created', 'composite', 'other'],
    ['c2pa.created', 'screenCapture', 'other'],
    ['c2pa.created', 'digitalCreation', 'other'],
    ['c2pa.edited', 'trainedAlgorithmicMedia', 'ai confirmed partial'],
    ['c2pa.placed', 'trainedAlgorithmicMedia', 'ai confirmed partial'],
    ['c2pa.edited', 'compositeWithTrainedAlgorithmicMedia', 'ai confirmed partial'],
    ['c2pa.edited', 'compositeSynthetic', 'ai confirmed partial'],
    ['c2pa.edited', 'trainedAlgorithmicData', 'ai confirmed partial'],
    ['c2pa.edited', 'digitalCapture', 'other'],
    ['c2pa.edited', 'digitalArt', 'other'],
  ])('%s with %s', (name, code, states) => {
    expect(statesOf(manifest('a', action(name, code)))).toEqual([states]);
  });

  it.each([
    ['an action without source type', action('c2pa.created')],
    ['a source type outside the vocabulary', action('c2pa.created', 'madeUpMedia')],
    [
      'permission to train',
      cborBox('c2pa.training-mining', { entries: { 'c2pa.ai_training': { use: 'notAllowed' } } }),
    ],
    ['an AI product that only converts', action('c2pa.converted', undefined, { softwareAgent: 'GPT-4o' })],
    [
      'words that merely hold a product name',
      action('c2pa.created', undefined, { description: 'not an AI Generated Image' }),
    ],
  ])('%s states nothing', (_name, assertion) => {
    expect(statesOf(manifest('a', assertion))).toEqual(['nothing']);
  });
});

describe('c2pa: the whole graph', () => {
  const AI = action('c2pa.created', 'trainedAlgorithmicMedia');

  it('finds the statement of a parent of a parent (Gemini)', () => {
    const findings = detect(
      storeOf(
        manifest('m1', AI),
        manifest('m2', action('c2pa.edited', 'trainedAlgorithmicMedia'), ingredientBox('parentOf', 'm1')),
        manifest('m3', action('c2pa.edited', 'composite'), ingredientBox('parentOf', 'm2')),
      ),
    );
    expect(findings.map(({ states }) => Object.values(states).join(' '))).toEqual([
      'ai confirmed full',
      'ai confirmed partial',
      'other',
    ]);
    expect(findings[0]?.rows).toContainEqual({
      name: 'ingredients',
      value: 'parentOf: parentOf.png › parentOf: parentOf.png',
    });
  });

  it('counts a component as a part only, through its parents too (Photoshop)', () => {
    const store = [
      manifest('m1', AI),
      manifest('m2', ingredientBox('parentOf', 'm1')),
      manifest('m3', ingredientBox('componentOf', 'm2')),
    ];
    expect(statesOf(...store)).toEqual(['ai confirmed partial']);
  });

  it('takes no capture from a component', () => {
    const store = [
      manifest('m1', action('c2pa.created', 'digitalCapture')),
      manifest('m2', ingredientBox('componentOf', 'm1')),
    ];
    expect(statesOf(...store)).toEqual(['other']);
  });

  it('states nothing of an input, an unknown relation or a manifest nobody names', () => {
    const store = (box: Uint8Array) => [manifest('m1', AI), manifest('m2', box)];
    expect(statesOf(...store(ingredientBox('inputTo', 'm1')))).toEqual(['nothing']);
    expect(statesOf(...store(ingredientBox('cousinOf', 'm1')))).toEqual(['nothing']);
    expect(statesOf(...store(ingredientBox('parentOf', 'elsewhere')))).toEqual(['nothing']);
    expect(statesOf(...store(action('c2pa.opened')))).toEqual(['nothing']);
  });

  it('states nothing of a component that was removed again', () => {
    const removed = action('c2pa.removed', undefined, {
      parameters: { ingredients: [{ url: 'self#jumbf=c2pa.assertions/c2pa.ingredient.v3' }] },
    });
    expect(statesOf(manifest('m1', AI), manifest('m2', ingredientBox('componentOf', 'm1'), removed))).toEqual(
      ['nothing'],
    );
  });

  it('prefers the own chain for a manifest that is also a component', () => {
    const both = manifest(
      'm2',
      ingredientBox('componentOf', 'm1', 'c2pa.ingredient.v3'),
      ingredientBox('parentOf', 'm1', 'c2pa.ingredient.v3__1'),
    );
    expect(statesOf(manifest('m1', AI), both)).toEqual(['ai confirmed full']);
  });

  it('ends on cycles and on manifests called __proto__', () => {
    const cycle = [
      manifest('__proto__', AI, ingredientBox('parentOf', 'm2')),
      manifest(
        'm2',
        ingredientBox('parentOf', '__proto__'),
        ingredientBox('parentOf', 'm2', 'c2pa.ingredient.v3__1'),
      ),
    ];
    expect(statesOf(...cycle)).toEqual(['ai confirmed full']);
  });

  it('shows capture and AI edit side by side', () => {
    const store = [
      manifest('m1', action('c2pa.created', 'digitalCapture')),
      manifest(
        'm2',
        action('c2pa.edited', 'compositeWithTrainedAlgorithmicMedia'),
        ingredientBox('parentOf', 'm1'),
      ),
    ];
    expect(statesOf(...store)).toEqual(['ai confirmed partial', 'captured']);
  });
});

describe('c2pa: other places', () => {
  it.each([
    [
      'metadata',
      jsonBox('c2pa.metadata', { 'Iptc4xmpExt:DigitalSourceType': `${IPTC}trainedAlgorithmicMedia` }),
      'ai confirmed full',
    ],
    ['a disclosure', cborBox('c2pa.ai-disclosure', { modelName: 'Flux' }), 'ai confirmed unknown'],
    ['a disclosure that says no', jsonBox('c2pa.ai_generated_content', { ai_generated: false }), 'nothing'],
    [
      'a parent without manifest',
      cborBox('c2pa.ingredient.v3', {
        relationship: 'parentOf',
        digitalSourceType: `${IPTC}trainedAlgorithmicMedia`,
      }),
      'ai confirmed full',
    ],
    [
      'a component without manifest',
      cborBox('c2pa.ingredient.v3', {
        relationship: 'componentOf',
        digitalSourceType: `${IPTC}trainedAlgorithmicMedia`,
      }),
      'ai confirmed partial',
    ],
    [
      'an input without manifest',
      cborBox('c2pa.ingredient.v3', {
        relationship: 'inputTo',
        digitalSourceType: `${IPTC}trainedAlgorithmicMedia`,
      }),
      'nothing',
    ],
  ])('%s', (_name, assertion, states) => {
    expect(statesOf(manifest('a', assertion))).toEqual([states]);
  });

  it("takes Adobe's parameter where the member is absent (partner model)", () => {
    const parameters = { 'com.adobe.digitalSourceType': `${IPTC}trainedAlgorithmicMedia` };
    const [finding] = detect(storeOf(manifest('a', action('c2pa.opened', undefined, { parameters }))));
    expect(finding?.states).toEqual({ kind: 'ai', state: 'confirmed', extent: 'full' });
    expect(finding?.rows).toContainEqual({
      name: 'com.adobe.digitalSourceType',
      value: `${IPTC}trainedAlgorithmicMedia`,
    });
  });

  it.each([
    { softwareAgent: 'Image Creator from Designer' },
    { softwareAgent: { name: 'gpt-image', version: '2.0' } },
    { description: 'AI Generated Image' },
  ])('suspects AI where a product is only named: %j', (more) => {
    expect(statesOf(manifest('a', action('c2pa.created', undefined, more)))).toEqual(['ai suspected full']);
    expect(statesOf(manifest('a', action('c2pa.edited', undefined, more)))).toEqual(['ai suspected partial']);
  });
});

describe('c2pa: evidence', () => {
  it('gives place, raw value, rows and pending assurance', () => {
    const store = storeOf({
      label: 'urn:c2pa:1',
      assertions: [
        actionsBox([
          {
            action: 'c2pa.created',
            softwareAgent: { name: 'gpt-image', version: '2.0' },
            digitalSourceType: `${IPTC}trainedAlgorithmicMedia`,
          },
          { action: 'c2pa.watermarked.unbound' },
        ]),
      ],
      claim: { claim_generator_info: { name: 'OpenAI Media Service API' }, 'dc:title': 'image.png' },
    });
    expect(detect(store)).toEqual([
      {
        signal: 'c2pa',
        place: { path: [...PATH, 'c2pa.actions.v2'], offset: 131 },
        raw: `{"action":"c2pa.created","softwareAgent":{"name":"gpt-image","version":"2.0"},"digitalSourceType":"${IPTC}trainedAlgorithmicMedia"}`,
        states: { kind: 'ai', state: 'confirmed', extent: 'full' },
        assurance: 'pending',
        remarks: [],
        rows: [
          { name: 'claim_generator', value: 'OpenAI Media Service API' },
          { name: 'softwareAgent', value: 'gpt-image 2.0' },
          { name: 'action', value: 'c2pa.created' },
          { name: 'digitalSourceType', value: `${IPTC}trainedAlgorithmicMedia` },
          { name: 'watermark', value: 'c2pa.watermarked.unbound' },
          { name: 'dc:title', value: 'image.png' },
          { name: 'manifest', value: 'urn:c2pa:1' },
        ],
      },
    ]);
  });

  it('shows credentials that state no origin', () => {
    const [finding] = detect(
      storeOf(manifest('urn:c2pa:1', actionsBox([{ action: 'c2pa.opened' }, { action: 'c2pa.cropped' }]))),
    );
    expect(finding).toEqual({
      signal: 'c2pa',
      place: { path: [...PATH, 'urn:c2pa:1'], offset: 38 },
      raw: '[{"action":"c2pa.opened"},{"action":"c2pa.cropped"}]',
      states: { kind: 'nothing' },
      assurance: 'pending',
      remarks: [],
      rows: [
        { name: 'claim_generator', value: 'Maker 1.0' },
        { name: 'actions', value: 'c2pa.opened, c2pa.cropped' },
        { name: 'manifest', value: 'urn:c2pa:1' },
      ],
    });
  });

  it('says the same thing once', () => {
    const twice = actionsBox([
      { action: 'c2pa.edited', digitalSourceType: `${IPTC}compositeSynthetic` },
      { action: 'c2pa.edited', digitalSourceType: `${IPTC}compositeSynthetic` },
    ]);
    expect(statesOf(manifest('a', twice))).toEqual(['ai confirmed partial']);
  });

  it('bounds the findings of one store', () => {
    const all = SOURCE_TYPES.flatMap(({ code }) =>
      ['c2pa.created', 'c2pa.edited'].map((name) => ({ action: name, digitalSourceType: IPTC + code })),
    );
    const findings = statesOf(manifest('a', actionsBox(all)));
    expect(findings).toHaveLength(MAX_C2PA_FINDINGS);
    expect(findings[0]).toBe('ai confirmed full');
  });
});

describe('c2pa: stores that do not count', () => {
  const AI = manifest('urn:c2pa:1', action('c2pa.created', 'trainedAlgorithmicMedia'));

  it('takes several stores for none', () => {
    const [finding, ...more] = detect({ ...storeOf(AI), stores: 2 });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      states: { kind: 'nothing' },
      remarks: [{ code: 'c2pa-several-stores' }],
      place: { path: PATH, offset: 0 },
    });
  });

  it('never falls back to a parent when the active manifest is damaged', () => {
    const fault = { label: fileText('urn:c2pa:2'), state: 'truncated' as const, why: 'cut off' };
    const findings = detect({ ...storeOf(AI), active: fileText('urn:c2pa:2'), faults: [fault] });
    expect(findings).toMatchObject([
      { states: { kind: 'nothing' }, remarks: [{ code: 'c2pa-unreadable' }], raw: 'cut off' },
    ]);
  });

  it('remarks on a damaged manifest beside a readable active one', () => {
    const fault = { label: fileText('urn:c2pa:0'), state: 'malformed' as const, why: 'no' };
    expect(detect({ ...storeOf(AI), faults: [fault] })).toMatchObject([
      { states: { kind: 'ai', extent: 'full' }, remarks: [{ code: 'c2pa-unreadable' }] },
    ]);
  });

  it.each([[['JPEG', 'APP11', 'JUMBF']], [['PNG', 'caBX']], [['WebP', 'C2PA']]])(
    'shows a store in %j that could not be read at all',
    (path) => {
      const faults = [
        { place: { path, offset: 41 }, state: 'malformed' as const, why: 'JUMBF label without end' },
      ];
      expect(c2pa.detect({ ...EMPTY, faults }, NO_RULES)).toMatchObject([
        { place: { path, offset: 41 }, states: { kind: 'nothing' }, remarks: [{ code: 'c2pa-unreadable' }] },
      ]);
    },
  );

  it('remarks on a damaged store beside a readable one, and not on other damaged blocks', () => {
    const remarksFor = (path: string[]) => {
      const faults = [{ place: { path, offset: 9 }, state: 'truncated' as const, why: 'cut off' }];
      return c2pa.detect({ ...EMPTY, faults, c2pa: storeOf(AI) }, NO_RULES).map(({ remarks }) => remarks);
    };
    expect(remarksFor(['PNG', 'caBX'])).toEqual([[{ code: 'c2pa-unreadable' }]]);
    expect(remarksFor(['PNG', 'iTXt', 'XMP'])).toEqual([[]]);
  });
});

describe('c2pa: credentials stored elsewhere', () => {
  const name = '{http://purl.org/dc/terms/}provenance';
  const place = { path: ['JPEG', 'APP1', 'XMP', 'dcterms:provenance'], offset: 40 };
  const facts = (value: string): MediaFacts => ({
    ...EMPTY,
    fields: [{ language: 'xmp', name, value: fileText(value), place }],
  });

  it('names the address and states nothing', () => {
    expect(c2pa.detect(facts('https://example.com/a.c2pa'), NO_RULES)).toEqual([
      {
        signal: 'c2pa',
        place,
        raw: 'https://example.com/a.c2pa',
        states: { kind: 'nothing' },
        assurance: 'pending',
        remarks: [{ code: 'c2pa-elsewhere', value: 'https://example.com/a.c2pa' }],
        rows: [],
      },
    ]);
  });

  it.each(['self#jumbf=c2pa/urn:uuid:1', 'javascript:alert(1)', ''])('takes %j for no address', (value) => {
    expect(c2pa.detect(facts(value), NO_RULES)).toEqual([]);
  });

  it('prefers the embedded store', () => {
    const store = storeOf(manifest('urn:c2pa:1', action('c2pa.created', 'trainedAlgorithmicMedia')));
    expect(c2pa.detect({ ...facts('https://example.com/a.c2pa'), c2pa: store }, NO_RULES)).toHaveLength(1);
  });

  it('finds nothing in empty facts', () => {
    expect(c2pa.detect(EMPTY, NO_RULES)).toEqual([]);
  });
});
