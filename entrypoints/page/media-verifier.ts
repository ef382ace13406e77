import type { CredentialCheck } from '../../lib/c2pa/credential';
import type { Inspection } from '../../lib/inspect/inspection';
import type { Engine } from '../../lib/page/engine-door';
import type { ToVerify } from '../../lib/page/page-session';
import { askPatiently } from '../../lib/platform/ask';
import { checkInTime } from '../../lib/platform/check-in-time';
import { type ShownBytes, shownBytes } from './shown-bytes';

/**
 * Has a medium's credential checked by the background, over the bytes that the page shows wherever they can be had, and
 * taken into its inspection by the engine. Never rejects and answers in bounded time, whatever becomes of the background.
 */
export async function verifyMedium(
  wanted: ToVerify,
  engine: Pick<Engine, 'applyCheck'>,
  signal: AbortSignal,
): Promise<Inspection> {
  const ask = wanted.how === 'elsewhere' ? askElsewhere : askHere;
  return engine.applyCheck(wanted.inspection, await checkInTime((either) => ask(wanted, either), signal));
}

async function askElsewhere({ medium, inspection }: ToVerify, signal: AbortSignal): Promise<CredentialCheck> {
  const { credential } = inspection;
  if (credential?.kind !== 'elsewhere') return { kind: 'unchecked', why: 'no-bytes' };
  return askPatiently('credential.fetch', { url: knownBy(medium.url), from: credential.url }, signal);
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
    return await askPatiently('media.verify', request, signal);
  } finally {
    release();
  }
}

/** Longest address by which a picture is known; those of `data:` pictures are the picture itself. */
const MAX_NAME_CHARS = 8 * 1024;

function knownBy(url: string): string {
  return url.slice(0, MAX_NAME_CHARS);
}
