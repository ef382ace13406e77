import type { FileText } from '../../bytes/file-text';
import type { C2paAction, C2paIngredient } from '../../c2pa/manifest-store';
import { readSourceType } from '../digital-source-type';
import type { Extent, Statement } from '../finding';
import { findAiAgent } from './ai-agents';
import { ingredientRole, type ManifestRole, type Visit } from './manifest-graph';

/** One statement of origin in one assertion of one manifest. */
export type OriginStatement = {
  readonly states: Statement;
  readonly visit: Visit;
  /** Label and absolute offset of the assertion box. */
  readonly assertion: FileText;
  readonly offset: number;
  readonly raw: FileText;
  /** The source type as found. */
  readonly sourceType?: FileText;
  readonly action?: C2paAction;
  readonly model?: FileText;
};

/** Actions that say how the asset of a manifest came to be (Asset Rubrics v1.0: created or opened). */
const INCEPTION_ACTIONS = ['c2pa.created', 'c2pa.opened'];

/** Actions that change no content people perceive, whatever source type they carry (Asset Rubrics v1.0). */
const NON_EDITORIAL_ACTIONS = [
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

/**
 * Everything one manifest states about the origin of the file, by the tables of the C2PA Asset Rubrics v1.0:
 * its inception, later actions, metadata, disclosures of AI, and ingredients without a manifest of their own.
 */
export function originStatements(visit: Visit): readonly OriginStatement[] {
  return [
    ...visit.manifest.actions.flatMap((action) => actionStatements(visit, action)),
    ...metadataStatements(visit),
    ...visit.manifest.ingredients.flatMap((ingredient) => ingredientStatements(visit, ingredient)),
    ...disclosureStatements(visit),
  ];
}

function actionStatements(visit: Visit, action: C2paAction): readonly OriginStatement[] {
  const { assertion, offset, raw } = action;
  const inception = INCEPTION_ACTIONS.includes(action.action);
  const stated = [action.digitalSourceType, action.vendorSourceType].flatMap((sourceType) => {
    const type = sourceType === undefined ? undefined : readSourceType(sourceType);
    if (sourceType === undefined || type === undefined) return [];
    const states = perceived(action, inContext(type.states, visit.role, inception));
    return [{ states, visit, assertion, offset, raw, sourceType, action }];
  });
  if (stated.length > 0 || findAiAgent(action) === undefined) return stated;
  const named: Statement = { kind: 'ai', state: 'suspected', extent: 'full' };
  return [{ states: inContext(named, visit.role, inception), visit, assertion, offset, raw, action }];
}

function perceived({ action }: C2paAction, states: Statement): Statement {
  return NON_EDITORIAL_ACTIONS.includes(action) && states.kind === 'ai' ? { kind: 'other' } : states;
}

function metadataStatements(visit: Visit): readonly OriginStatement[] {
  return visit.manifest.metadataSourceTypes.flatMap(({ value, assertion, offset }) => {
    const type = readSourceType(value);
    if (type === undefined) return [];
    const states = inContext(type.states, visit.role, true);
    return [{ states, visit, assertion, offset, raw: value, sourceType: value }];
  });
}

/** An ingredient that has a manifest speaks through that; only one without states its type here. */
function ingredientStatements(visit: Visit, ingredient: C2paIngredient): readonly OriginStatement[] {
  const { digitalSourceType: sourceType, manifest, assertion, offset } = ingredient;
  const role = ingredientRole(visit, ingredient);
  if (sourceType === undefined || manifest !== undefined || role === undefined) return [];
  const type = readSourceType(sourceType);
  if (type === undefined) return [];
  return [
    { states: inContext(type.states, role, true), visit, assertion, offset, raw: sourceType, sourceType },
  ];
}

/** `c2pa.ai-disclosure` (C2PA 2.5 §16.8.2) names the model, not how much of the content it made. */
function disclosureStatements(visit: Visit): readonly OriginStatement[] {
  const extent: Extent = visit.role === 'own' ? 'unknown' : 'partial';
  return visit.manifest.disclosures
    .filter(({ denied }) => !denied)
    .map(({ assertion, offset, raw, model }) => ({
      states: { kind: 'ai', state: 'confirmed', extent },
      visit,
      assertion,
      offset,
      raw,
      ...(model === undefined ? {} : { model }),
    }));
}

/**
 * What a statement means for the file: about a component, or made by a later action, AI covers only a part of
 * it; and only the asset's own inception can say that it was captured.
 */
function inContext(states: Statement, role: ManifestRole, inception: boolean): Statement {
  const whole = role === 'own' && inception;
  if (whole || states.kind === 'other' || states.kind === 'nothing') return states;
  return states.kind === 'ai' ? { ...states, extent: 'partial' } : { kind: 'other' };
}
