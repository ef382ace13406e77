import type { Inspection } from '../../lib/inspect/inspection';
import { jobQueue } from '../../lib/net/job-queue';
import type { Engine } from '../../lib/page/engine-door';
import type { ToVerify } from '../../lib/page/page-session';
import { verifyMedium } from './media-verifier';

/** Checks asked for at the same time in one frame; they wait in line behind those of other tabs anyway. */
const CHECKS_AT_ONCE = 3;

/** Inspections kept, so that duplicates of a picture cost nothing. */
const ANSWERS_KEPT = 200;

/** Longer addresses are pictures themselves (`data:`). */
const MAX_REMEMBERED_CHARS = 8 * 1024;

/**
 * Has credentials checked as pages want it: duplicates once, a person's wish always, and by themselves only where
 * the settings say so.
 */
export function pictureVerifier(
  loadEngine: () => Promise<Engine | undefined>,
  isAutomatic: () => boolean,
  signal: AbortSignal,
): (picture: ToVerify) => Promise<Inspection> {
  const isAnswer = ({ credential }: Inspection) => credential?.kind !== 'unchecked';
  const queue = jobQueue<Inspection>(CHECKS_AT_ONCE, ANSWERS_KEPT, isAnswer);
  return async (picture) => {
    const { inspection, medium, how, round } = picture;
    // Asked for by a person, too: hashes over a file say nothing of what was written out of a page.
    if (medium.way.isRebuilt) return { ...inspection, credential: { kind: 'unchecked', why: 'no-bytes' } };
    if (how === 'auto' && !isAutomatic())
      return { ...inspection, credential: { kind: 'unchecked', why: 'switched-off' } };
    // A whole film is too much to fetch unasked.
    if (how === 'auto' && medium.way.kind !== 'image')
      return { ...inspection, credential: { kind: 'unchecked', why: 'on-request' } };
    const check = async () => {
      const engine = await loadEngine();
      if (engine) return verifyMedium(picture, engine, signal);
      return { ...inspection, credential: { kind: 'unchecked', why: 'checker-failed' } } as const;
    };
    const isKnown = (how === 'auto' || how === 'again') && medium.url.length <= MAX_REMEMBERED_CHARS;
    return isKnown ? queue.run(`${round} ${medium.url}`, check) : check();
  };
}
