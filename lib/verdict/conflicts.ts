import { type Finding, isSaidByPage, type RemarkCode } from '../signals/finding';

/** Remarks that say a finding contradicts itself or another one. */
const CONTRADICTIONS: readonly RemarkCode[] = [
  'gb-labels-differ',
  'producer-check-digit',
  'origin-contradiction',
];

/** IPTC codes that name a person, or a film or print, as origin and thereby contradict a full AI origin. */
const HUMAN_ORIGINS: readonly string[] = [
  'digitalCreation',
  'humanEdits',
  'minorHumanEdits',
  'softwareImage',
  'negativeFilm',
  'positiveFilm',
  'print',
];

/**
 * Whether a finding contradicts what the AI findings say: labels that differ, a producer code whose check digit
 * fails, a camera's or a person's work beside an AI origin. A camera capture that AI changed in part is no
 * contradiction, nor are two steps of one credential's history.
 *
 * @param ai the findings that state AI, strongest first
 */
export function isConflict(finding: Finding, ai: readonly Finding[]): boolean {
  if (finding.remarks.some(({ code }) => CONTRADICTIONS.includes(code))) return true;
  if (!statesOtherOrigin(finding)) return false;
  return ai.some((one) => !isPartial(one) && !isSameHistory(one, finding));
}

function statesOtherOrigin(finding: Finding): boolean {
  const { states, rows, signal } = finding;
  if (states.kind === 'captured') return true;
  // A page that declares its text to be made without AI (`none`, `human-only`).
  if (states.kind === 'other' && signal === 'ai-disclosure' && isSaidByPage(finding)) return true;
  return states.kind === 'other' && (rows ?? []).some(({ value }) => HUMAN_ORIGINS.includes(value));
}

const isPartial = ({ states }: Finding): boolean => states.kind === 'ai' && states.extent === 'partial';

const isSameHistory = (one: Finding, other: Finding): boolean =>
  one.signal === 'c2pa' && other.signal === 'c2pa';
