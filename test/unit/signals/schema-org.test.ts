import { describe, expect, it } from 'vitest';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import schemaOrg from '../../../lib/signals/detectors/schema-org';
import type { Statement } from '../../../lib/signals/finding';
import { findJsonLdSourceTypes } from '../../../lib/signals/json-ld-source-types';
import { readSchemaOrgSourceType } from '../../../lib/signals/schema-org-source-type';
import { MAX_LABELS } from '../../../lib/signals/signal-limits';
import { factsWith, field } from '../../support/signals/fields';

const possible = (extent: 'full' | 'partial' | 'unknown'): Statement => ({
  kind: 'ai',
  state: 'possible',
  extent,
});
const AI = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';

describe('readSchemaOrgSourceType', () => {
  it.each<[string, string, Statement]>([
    [AI, 'trainedAlgorithmicMedia', possible('full')],
    ['http://schema.org/CompositeSyntheticDigitalSource/', 'compositeSynthetic', possible('partial')],
    [
      ' schema:CompositeWithTrainedAlgorithmicMediaDigitalSource ',
      'compositeWithTrainedAlgorithmicMedia',
      possible('partial'),
    ],
    ['TrainedAlgorithmicMediaDigitalSource', 'trainedAlgorithmicMedia', possible('full')],
    ['MultiFrameComputationalCaptureDigitalSource', 'computationalCapture', { kind: 'captured' }],
    ['DigitalCaptureDigitalSource', 'digitalCapture', { kind: 'captured' }],
    ['AlgorithmicMediaDigitalSource', 'algorithmicMedia', { kind: 'other' }],
    [
      'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      'trainedAlgorithmicMedia',
      possible('full'),
    ],
    ['trainedAlgorithmicMedia', 'trainedAlgorithmicMedia', possible('full')],
  ])('reads %s', (text, code, states) => {
    expect(readSchemaOrgSourceType(text)).toEqual({ code, states });
  });

  it.each([
    '',
    'AI',
    'https://schema.org/DigitalSource',
    'https://example.org/TrainedAlgorithmicMediaDigitalSource',
    `${' '.repeat(300)}${AI}`,
    'GeneratedDigitalSource',
  ])('does not know %j', (text) => {
    expect(readSchemaOrgSourceType(text)).toBe(undefined);
  });
});

describe('findJsonLdSourceTypes', () => {
  it('finds them at any depth, with what they describe', () => {
    const text = JSON.stringify({
      '@graph': [
        {
          '@type': 'Article',
          digitalSourceType: AI,
          image: {
            '@type': ['ImageObject', 'Thing'],
            contentUrl: 'a.png',
            'schema:digitalSourceType': { '@id': 'b' },
          },
        },
        { url: 'c', 'https://schema.org/digitalSourceType': [{ '@value': 'd' }, 'e'] },
      ],
    });
    expect(findJsonLdSourceTypes(text)).toEqual([
      { value: AI, type: 'Article' },
      { value: 'b', type: 'ImageObject', url: 'a.png' },
      { value: 'd', url: 'c' },
      { value: 'e', url: 'c' },
    ]);
  });

  it.each([
    '',
    '{',
    '{"digitalSourceType":}',
    '{"digitalSourceTypes":"a"}',
    '{"x":"digitalSourceType"}',
    '{"digitalSourceType":null}',
  ])('finds none in %j', (text) => {
    expect(findJsonLdSourceTypes(text)).toEqual([]);
  });

  it('is bounded by number and depth', () => {
    const many = `[${'{"digitalSourceType":"a"},'.repeat(MAX_LABELS + 9)}1]`;
    expect(findJsonLdSourceTypes(many)).toHaveLength(MAX_LABELS);
    expect(findJsonLdSourceTypes(`${'['.repeat(90)}{"digitalSourceType":"a"}${']'.repeat(90)}`)).toEqual([]);
  });
});

describe('schema-org', () => {
  const detect = (...refs: readonly (readonly [string, string])[]) =>
    schemaOrg.detect(factsWith(...refs.map(([ref, value]) => field(ref, value))), loadRuleBook());

  it('takes a declaration of a work for the document, and of a medium for part of it', () => {
    const of = (type: string) =>
      detect(['document/JSON-LD', JSON.stringify({ '@type': type, digitalSourceType: AI })])[0];
    expect(of('Article')).toEqual({
      signal: 'schema-org',
      place: { path: ['FILE', 'JSON-LD', 'Article'], offset: 100 },
      raw: AI,
      states: possible('full'),
      assurance: 'unsigned',
      remarks: [],
      rows: [
        { name: 'digitalSourceType', value: 'trainedAlgorithmicMedia' },
        { name: '@type', value: 'Article' },
      ],
    });
    for (const medium of ['ImageObject', 'schema:VideoObject', 'https://schema.org/AudioObject'])
      expect(of(medium)?.states).toEqual(possible('partial'));
  });

  it('reads the values of elements, which do not say what they describe', () => {
    const [found] = detect(['document/schema.org:digitalSourceType', AI]);
    expect([found?.states, found?.rows?.[0]?.value]).toEqual([
      possible('unknown'),
      'trainedAlgorithmicMedia',
    ]);
  });

  it('shows unknown values, which state nothing', () => {
    const [found] = detect(['document/schema.org:digitalSourceType', 'https://example.org/x']);
    expect([found?.states, found?.raw, found?.rows]).toEqual([
      { kind: 'nothing' },
      'https://example.org/x',
      [],
    ]);
  });

  it('looks at documents only', () => {
    expect(detect(['png-text/JSON-LD', `{"digitalSourceType":"${AI}"}`], ['document/title', AI])).toEqual([]);
  });
});
