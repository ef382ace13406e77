import type { GraphAction } from '../../c2pa/credential';
import type { Words } from '../i18n';

/** Actions with words of ours: C2PA 2.5 §18.15, the deprecated ones of earlier versions, and those of fonts. */
export const C2PA_ACTIONS = [
  'c2pa.addedText',
  'c2pa.adjustedColor',
  'c2pa.changedSpeed',
  'c2pa.color_adjustments',
  'c2pa.converted',
  'c2pa.copied',
  'c2pa.created',
  'c2pa.cropped',
  'c2pa.deleted',
  'c2pa.drawing',
  'c2pa.dubbed',
  'c2pa.edited',
  'c2pa.edited.metadata',
  'c2pa.enhanced',
  'c2pa.filtered',
  'c2pa.formatted',
  'c2pa.managed',
  'c2pa.mastered',
  'c2pa.mixed',
  'c2pa.opened',
  'c2pa.orientation',
  'c2pa.placed',
  'c2pa.printed',
  'c2pa.produced',
  'c2pa.published',
  'c2pa.redacted',
  'c2pa.remixed',
  'c2pa.removed',
  'c2pa.repackaged',
  'c2pa.resized',
  'c2pa.resized.proportional',
  'c2pa.saved',
  'c2pa.transcoded',
  'c2pa.translated',
  'c2pa.trimmed',
  'c2pa.unknown',
  'c2pa.version_updated',
  'c2pa.watermarked',
  'c2pa.watermarked.bound',
  'c2pa.watermarked.unbound',
  'font.charactersAdded',
  'font.charactersDeleted',
  'font.charactersModified',
  'font.createdFromVariableFont',
  'font.edited',
  'font.hinted',
  'font.merged',
  'font.openTypeFeatureAdded',
  'font.openTypeFeatureModified',
  'font.openTypeFeatureRemoved',
  'font.subset',
] as const;

/** Digital source types with words of ours: IPTC NewsCodes of 2024-10-23 and the two of c2pa.org (C2PA 2.5 §18.15). */
export const SOURCE_TYPES = [
  'algorithmicMedia',
  'algorithmicallyEnhanced',
  'composite',
  'compositeCapture',
  'compositeSynthetic',
  'compositeWithTrainedAlgorithmicMedia',
  'computationalCapture',
  'dataDrivenMedia',
  'digitalArt',
  'digitalCapture',
  'digitalCreation',
  'empty',
  'humanEdits',
  'minorHumanEdits',
  'negativeFilm',
  'positiveFilm',
  'print',
  'screenCapture',
  'softwareImage',
  'trainedAlgorithmicData',
  'trainedAlgorithmicMedia',
  'virtualRecording',
] as const;

/** Status codes with an explanation of ours (C2PA 2.5 §15.2); others keep the library's. */
export const EXPLAINED_CODES = [
  'algorithm.unsupported',
  'assertion.action.ingredientMismatch',
  'assertion.action.malformed',
  'assertion.bmffHash.mismatch',
  'assertion.boxesHash.mismatch',
  'assertion.collectionHash.mismatch',
  'assertion.dataHash.mismatch',
  'assertion.hashedURI.mismatch',
  'assertion.missing',
  'assertion.undeclared',
  'cawg.ica.credential_valid',
  'claim.missing',
  'claim.multiple',
  'claimSignature.mismatch',
  'claimSignature.missing',
  'general.error',
  'ingredient.manifest.mismatch',
  'ingredient.manifest.missing',
  'ingredient.unknownProvenance',
  'manifest.inaccessible',
  'signingCredential.expired',
  'signingCredential.invalid',
  'signingCredential.ocsp.inaccessible',
  'signingCredential.ocsp.revoked',
  'signingCredential.ocsp.skipped',
  'signingCredential.ocsp.unknown',
  'signingCredential.revoked',
  'signingCredential.untrusted',
  'timeStamp.malformed',
  'timeStamp.mismatch',
  'timeStamp.outsideValidity',
  'timeStamp.untrusted',
] as const;

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** An action in people's words; one we do not know, as it is written. */
export function actionWords(action: string, t: Words): string {
  return isOneOf(C2PA_ACTIONS, action) ? t(`action.${action}`) : action;
}

/** A digital source type (URI, QCode or bare code) in people's words; one we do not know, as it is written. */
export function sourceTypeWords(sourceType: string, t: Words): string {
  const code = sourceType.trim().split(/[/:]/).at(-1) ?? '';
  return isOneOf(SOURCE_TYPES, code) ? t(`sourceType.${code}`) : sourceType;
}

/** What a status code means; `undefined` where only the library can say. */
export function codeWords(code: string, t: Words): string | undefined {
  return isOneOf(EXPLAINED_CODES, code) ? t(`statusCode.${code}`) : undefined;
}

/** Most different actions named in one line. */
const MAX_NAMED_ACTIONS = 4;

/** The actions of a manifest in one line, each once, in their order; with the origin they state. */
export function actionsLine(actions: readonly GraphAction[], t: Words): string {
  const named = [...new Set(actions.map((action) => actionAndSource(action, t)))];
  const shown = named.slice(0, MAX_NAMED_ACTIONS).join(t('reportText.comma'));
  return named.length > MAX_NAMED_ACTIONS ? `${shown}…` : shown;
}

function actionAndSource({ action, sourceType }: GraphAction, t: Words): string {
  const words = actionWords(action, t);
  if (sourceType === undefined) return words;
  return t('history.actionWithSource', { action: words, source: sourceTypeWords(sourceType, t) });
}
