import type { CredentialCheck } from '../../lib/c2pa/credential';
import { applyCredential } from '../../lib/inspect/apply-credential';
import type { VerifyMedia } from '../../lib/page/engine-door';
import type { ToVerify } from '../../lib/page/page-session';
import { checkInTime } from '../../lib/platform/check-in-time';
import { sendPatiently } from '../../lib/platform/messenger';
import { type ShownBytes, shownBytes } from './shown-bytes';

/**
 * Has media's credentials checked by the background, over the bytes that the page shows wherever they can be had.
 *
 * @returns a function that never rejects and answers in bounded time, whatever becomes of the background
 */
export function mediaVerifier(): VerifyMedia {
  return async (wanted, signal) => {
    const ask = wanted.how === 'elsewhere' ? askElsewhere : askHere;
    return applyCredential(wanted.inspection, await checkInTime((either) => ask(wanted, either), signal));
  };
}

async function askElsewhere({ medium, inspection }: ToVerify, signal: AbortSignal): Promise<CredentialCheck> {
  const { credential } = inspection;
  if (credential?.kind !== 'elsewhere') return { kind: 'unchecked', why: 'no-bytes' };
  return sendPatiently('credential.fetch', { url: knownBy(medium.url), from: credential.url }, signal);
}

async function askHere(wanted: ToVerify, signal: AbortSignal): Promise<CredentialCheck> {
  const shown = await shownBytes(wanted.medium, signal);
  const check = await askWith(wanted, shown, signal);
  if (shown || check.kind !== 'checked' || check.integrity !== 'content-changed') return check;
  // The server may have answered us with another file than the page: the alarm needs the page's own bytes.
  const cached = await shownBytes(wanted.medium, signal, true);
  return cached ? askWith(wanted, cached, signal) : check;
}

async function askWith(
  { medium, inspection, how }: ToVerify,
  shown: ShownBytes | undefined,
  signal: AbortSignal,
): Promise<CredentialCheck> {
  const { container } = inspection;
  const { release, ...bytes } = shown ?? { release: () => undefined };
  try {
    const request = { url: knownBy(medium.url), container, ...bytes, force: how === 'force' };
    return await sendPatiently('media.verify', request, signal);
  } finally {
    release();
  }
}

/** Longest address by which a picture is known; those of `data:` pictures are the picture itself. */
const MAX_NAME_CHARS = 8 * 1024;

function knownBy(url: string): string {
  return url.slice(0, MAX_NAME_CHARS);
}
