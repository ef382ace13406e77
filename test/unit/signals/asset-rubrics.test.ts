import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readCrJson } from '../../../lib/c2pa/cr-json';
import { saysAllActions } from '../../../lib/c2pa/graph/read-actions';
import { readManifestStore } from '../../../lib/c2pa/read-store';
import type { RuleBook } from '../../../lib/rules/rule-book';
import c2pa from '../../../lib/signals/detectors/c2pa';
import { driveWhole } from '../../support/parse';
import {
  actionsBox,
  cborBox,
  IPTC,
  ingredientBox,
  type ManifestParts,
  storeBox,
} from '../../support/samples/jumbf';
import { ROOT } from '../../support/source/modules';

/**
 * Every signal of the C2PA Asset Rubrics v1.0 (local) and what we state where it is true: of the file's own manifest, of
 * a parent, of a component and of an input. Where the rubric's YAML is at hand, its signals, source types and
 * actions are held against these tables.
 */

const C2PA = 'http://c2pa.org/digitalsourcetype/';
const AI = 'ai confirmed full';
const PART = 'ai confirmed partial';

/** Signal → source types that make it true at inception, and what is then stated of: own or parent, component. */
const INCEPTIONS: Readonly<
  Record<string, readonly (readonly [type: string, own: string, component: string])[]>
> = {
  blankCanvas: [[`${C2PA}empty`, 'other', 'other']],
  capturedMedia: [
    [`${IPTC}digitalCapture`, 'captured', 'other'],
    [`${IPTC}computationalCapture`, 'captured', 'other'],
  ],
  capturedMediaStitched: [[`${IPTC}compositeCapture`, 'captured', 'other']],
  compositionMayContainGenAI: [[`${IPTC}composite`, 'other', 'other']],
  fullyGenAIMedia: [[`${IPTC}trainedAlgorithmicMedia`, AI, PART]],
  nonGenAIDigitalCreation: [[`${IPTC}digitalCreation`, 'other', 'other']],
  partlyGenAICreation: [[`${IPTC}compositeWithTrainedAlgorithmicMedia`, PART, PART]],
  screenCaptureMayContainGenAI: [[`${IPTC}screenCapture`, 'other', 'other']],
};

/** Signal → source types that make it true of a later action, and what is then stated. */
const TRANSFORMATIONS: Readonly<Record<string, readonly (readonly [type: string, states: string])[]>> = {
  perceptibleGenAI: [
    [`${IPTC}trainedAlgorithmicMedia`, PART],
    [`${IPTC}compositeWithTrainedAlgorithmicMedia`, PART],
    [`${IPTC}compositeSynthetic`, PART],
    [`${C2PA}trainedAlgorithmicData`, PART],
  ],
  perceptiblePossiblyGenAI: [
    [`${IPTC}digitalArt`, 'other'],
    [`${IPTC}composite`, 'other'],
  ],
  perceptibleNonGenAI: [[`${IPTC}humanEdits`, 'other']],
};

const NON_EDITORIAL = [
  'c2pa.converted',
  'c2pa.published',
  'c2pa.repackaged',
  'c2pa.transcoded',
  'c2pa.resized.proportional',
  'c2pa.enhanced',
  'c2pa.edited.metadata',
  'c2pa.watermarked',
  'c2pa.watermarked.bound',
  'c2pa.watermarked.unbound',
  'c2pa.redacted',
];

const manifest = (label: string, ...assertions: Uint8Array[]): ManifestParts => ({ label, assertions });
const act = (action: string, digitalSourceType?: string, label?: string) =>
  actionsBox([{ action, ...(digitalSourceType === undefined ? {} : { digitalSourceType }) }], label);

function statesOf(...manifests: ManifestParts[]): readonly string[] {
  const bytes = storeBox(...manifests);
  const block = { spans: [{ offset: 0, length: bytes.length }], path: ['JUMBF'] };
  const store = driveWhole(readManifestStore(block), bytes).result;
  const findings = c2pa.detect({ container: 'png', fields: [], faults: [], c2pa: store }, {} as RuleBook);
  return findings.map(({ states }) => Object.values(states).join(' '));
}

const inceptions = Object.entries(INCEPTIONS).flatMap(([id, rows]) =>
  rows.map((row) => [id, ...row] as const),
);
const transformations = Object.entries(TRANSFORMATIONS).flatMap(([id, rows]) =>
  rows.map((row) => [id, ...row] as const),
);

describe('asset rubrics: inception', () => {
  it.each(inceptions)('%s: %s', (_, type, own, component) => {
    for (const action of ['c2pa.created', 'c2pa.opened'])
      for (const label of ['c2pa.actions.v2', 'c2pa.actions'])
        expect(statesOf(manifest('a', act(action, type, label)))).toEqual([own]);
    const start = manifest('a', act('c2pa.created', type));
    expect(statesOf(start, manifest('b', ingredientBox('parentOf', 'a')))).toEqual([own]);
    expect(statesOf(start, manifest('b', ingredientBox('componentOf', 'a')))).toEqual([component]);
    expect(statesOf(start, manifest('b', ingredientBox('inputTo', 'a')))).toEqual(['nothing']);
  });

  it('mediaUnknownProvenance: states nothing, unless the ingredient states its own type', () => {
    const plain = cborBox('c2pa.ingredient.v3', { relationship: 'parentOf', 'dc:title': 'x' });
    expect(statesOf(manifest('a', plain))).toEqual(['nothing']);
    const typed = (relationship: string) =>
      cborBox('c2pa.ingredient.v3', { relationship, digitalSourceType: `${IPTC}trainedAlgorithmicMedia` });
    expect(statesOf(manifest('a', typed('parentOf')))).toEqual([AI]);
    expect(statesOf(manifest('a', typed('componentOf')))).toEqual([PART]);
    expect(statesOf(manifest('a', typed('inputTo')))).toEqual(['nothing']);
  });
});

describe('asset rubrics: transformation', () => {
  it.each(transformations)('%s: %s', (_, type, states) => {
    for (const action of ['c2pa.edited', 'c2pa.placed', 'c2pa.drawing'])
      expect(statesOf(manifest('a', act(action, type)))).toEqual([states]);
    const edited = manifest('a', act('c2pa.edited', type));
    expect(statesOf(edited, manifest('b', ingredientBox('parentOf', 'a')))).toEqual([states]);
    expect(statesOf(edited, manifest('b', ingredientBox('componentOf', 'a')))).toEqual([states]);
  });

  it.each(NON_EDITORIAL)('nonEditorial: %s makes no AI content, whatever its source type', (action) => {
    expect(statesOf(manifest('a', act(action, `${IPTC}trainedAlgorithmicMedia`)))).toEqual(['other']);
    expect(statesOf(manifest('a', act(action)))).toEqual(['nothing']);
  });

  it('ambiguousActions: a history says that it is complete, or it is not taken for complete', () => {
    const said = (assertion: object) => {
      const text = JSON.stringify({
        manifests: [{ label: 'a', assertions: { 'c2pa.actions.v2': assertion } }],
      });
      return saysAllActions(readCrJson(text).active);
    };
    expect(said({ actions: [], allActionsIncluded: true })).toBe(true);
    expect(said({ actions: [], allActionsIncluded: 'true' })).toBe(false);
    expect(said({ actions: [] })).toBe(false);
    expect(saysAllActions(readCrJson('{"manifests":[{"label":"a"}]}').active)).toBe(false);
  });
});

type Rubric = { readonly id: string; readonly expression: string };

function rubrics(): {
  readonly signals: readonly Rubric[];
  readonly variables: Readonly<Record<string, string[]>>;
} {
  const folder = process.env['BIANSHI_TRUST'] ?? join(ROOT, '../shared/trust');
  const path = join(folder, 'asset-rubric-signals-local.yml');
  const [head, list] = parseAllDocuments(readFileSync(path, 'utf8')).map((one) => one.toJS());
  return {
    signals: list as Rubric[],
    variables: (head as { variables: Record<string, string[]> }).variables,
  };
}

function hasRubrics(): boolean {
  try {
    return rubrics().signals.length > 0;
  } catch {
    console.log('asset rubrics: their YAML is not at hand, the tables above are not held against it');
    return false;
  }
}

describe.skipIf(!hasRubrics())('asset rubrics: the published file', () => {
  it('names the signals of the tables, and no others', () => {
    const ours = [
      ...Object.keys(INCEPTIONS).map((id) => `inception:signal_${id}`),
      'inception:signal_mediaUnknownProvenance',
      ...Object.keys(TRANSFORMATIONS).map((id) => `transformation:signal_${id}`),
      'transformation:signal_nonEditorial',
      'transformation:signal_ambiguousActions',
    ];
    expect(
      rubrics()
        .signals.map(({ id }) => id)
        .sort(),
    ).toEqual(ours.sort());
  });

  it('names the same source types for each inception', () => {
    for (const { id, expression } of rubrics().signals) {
      const rows = INCEPTIONS[id.replace('inception:signal_', '')];
      if (rows === undefined) continue;
      const named = [...expression.matchAll(/"(http:[^"]+)"/g)].map(([, type]) => type);
      expect([id, ...named]).toEqual([id, ...rows.map(([type]) => type)]);
    }
  });

  it('names the same source types and actions for later steps', () => {
    const { variables } = rubrics();
    const types = (id: string) => (TRANSFORMATIONS[id] ?? []).map(([type]) => type);
    expect(variables['$genai_dst_types']?.map((type) => type.trim())).toEqual(types('perceptibleGenAI'));
    expect(variables['$possibly_genai_dst_types']).toEqual(types('perceptiblePossiblyGenAI'));
    expect(variables['$non_editorial_actions']).toEqual(NON_EDITORIAL);
    expect(variables['$inception_actions']).toEqual(['c2pa.created', 'c2pa.opened']);
  });
});
