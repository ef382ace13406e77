import {
  type AiState,
  type Assurance,
  type Extent,
  type Finding,
  isPlatform,
  isSaidByPage,
  type Statement,
} from '../signals/finding';
import { isConflict } from './conflicts';
import type { Verdict } from './verdict';

type AiFinding = Finding & { readonly states: Extract<Statement, { kind: 'ai' }> };

/** Strongest first: 属于, 可能为, 疑似 (Labelling Measures Article 6). */
const STATE_ORDER: readonly AiState[] = ['confirmed', 'possible', 'suspected'];

/** Largest first. */
const EXTENT_ORDER: readonly Extent[] = ['full', 'partial', 'unknown'];

/** Strongest first, as `ASSURANCES` lists them; held to that list by a test. */
export const ASSURANCE_ORDER: readonly Assurance[] = [
  'signed-listed',
  'signed-own',
  'signed-interim',
  'signed-expired',
  'vendor-signed',
  'signed-unlisted',
  'signed-revoked',
  'signed-unbound',
  'platform',
  'pending',
  'unsigned',
];

const CAPTURE_ASSURANCES: readonly Assurance[] = [
  'signed-listed',
  'signed-own',
  'signed-interim',
  'signed-expired',
  'signed-unlisted',
];

/**
 * What all findings of one item say together, of its file and of its page. The strongest state wins, its extent is the largest stated among
 * those of that state; contradictions are kept beside it, not resolved. A camera capture is said only on the word
 * of an intact credential. Nothing found is `no-label` and never "not AI".
 *
 * @param findings of all signals, in any order
 * @param looked ids of the signals that were looked for
 */
export function combine(findings: readonly Finding[], looked: readonly string[]): Verdict {
  const [first, ...others] = findings.filter(isAi).toSorted(byStrength);
  if (first !== undefined) return aiVerdict([first, ...others], findings);
  const [captured, ...more] = findings.filter(isSignedCapture);
  if (captured !== undefined) return { kind: 'captured', because: [captured, ...more] };
  return { kind: 'no-label', looked };
}

const isAi = (finding: Finding): finding is AiFinding => finding.states.kind === 'ai';

/** Of a revoked certificate or of bytes nobody compared, a signature is no word on a camera. */
const isSignedCapture = ({ states, assurance }: Finding): boolean =>
  states.kind === 'captured' && CAPTURE_ASSURANCES.includes(assurance);

function aiVerdict(because: readonly [AiFinding, ...AiFinding[]], findings: readonly Finding[]): Verdict {
  const { state } = because[0].states;
  const deciding = because.filter((one) => one.states.state === state);
  const extents = deciding.map((one) => one.states.extent);
  const extent = EXTENT_ORDER.find((one) => extents.includes(one)) ?? 'unknown';
  const conflicts = findings.filter((finding) => isConflict(finding, because));
  return { kind: 'ai', state, extent, because, conflicts };
}

/**
 * By state, then by who says it: the file, the page, a platform. Then by assurance; equal ones keep the order in which
 * they were found.
 */
function byStrength(a: AiFinding, b: AiFinding): number {
  const byState = STATE_ORDER.indexOf(a.states.state) - STATE_ORDER.indexOf(b.states.state);
  return (
    byState ||
    distance(a) - distance(b) ||
    ASSURANCE_ORDER.indexOf(a.assurance) - ASSURANCE_ORDER.indexOf(b.assurance)
  );
}

/** How far from the content something is said. */
function distance(finding: Finding): number {
  if (!isSaidByPage(finding)) return 0;
  return isPlatform(finding.signal) ? 2 : 1;
}
