import { fileText } from '../../../lib/bytes/file-text';
import type { Inspection } from '../../../lib/inspect/inspection';
import type { AiState, Assurance, Extent, Finding } from '../../../lib/signals/finding';
import type { Verdict } from '../../../lib/verdict/verdict';

/** What a made-up picture's URL asks for: `/picture?says=confirmed-partial&…`. */
export const SAYINGS = [
  'confirmed-full',
  'confirmed-partial',
  'possible-full',
  'suspected-unknown',
  'pending-full',
  'broken',
  'nothing',
] as const;
export type Saying = (typeof SAYINGS)[number];

/** Answers by the URL alone, as if a file had been read. */
export async function fakeInspect(url: string): Promise<Inspection> {
  const says = new URL(url, location.href).searchParams.get('says') ?? 'nothing';
  return {
    container: 'jpeg',
    verdict: verdictOf(says),
    findings: [],
    remarks: [],
    read: { state: 'complete', bytes: 4096, reads: 1 },
  };
}

function verdictOf(says: string): Verdict {
  if (says === 'nothing') return { kind: 'no-label', looked: ['gb45438'] };
  if (says === 'broken') return { kind: 'credential-broken', findings: [] };
  const [first, extent] = says.split('-') as [AiState | 'pending', Extent];
  const state = first === 'pending' ? 'confirmed' : first;
  const finding = findingOf(state, extent, first === 'pending' ? 'pending' : 'unsigned');
  return { kind: 'ai', state, extent, because: [finding], conflicts: [] };
}

function findingOf(state: AiState, extent: Extent, assurance: Assurance): Finding {
  return {
    signal: 'gb45438',
    place: { path: ['JPEG', 'APP1', 'XMP', 'TC260:AIGC'], offset: 20 },
    raw: fileText('{"Label":"1"}'),
    states: { kind: 'ai', state, extent },
    assurance,
    remarks: [],
  };
}
