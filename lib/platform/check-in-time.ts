import type { CredentialCheck } from '../c2pa/credential';

/** Longest wait for a check, downloads and all checks before it in line included. */
const CHECK_TIMEOUT_MS = 5 * 60_000;

/**
 * The answer to a check that the background was asked for, in bounded time whatever becomes of the background. Never
 * rejects: what cannot be answered is `unchecked` with the reason.
 *
 * @param ask asks for the check; its signal ends with the wait, or with `signal`
 * @param signal of whoever asks
 */
export async function checkInTime(
  ask: (signal: AbortSignal) => Promise<CredentialCheck>,
  signal?: AbortSignal,
  timeoutMs = CHECK_TIMEOUT_MS,
): Promise<CredentialCheck> {
  const late = AbortSignal.timeout(timeoutMs);
  const either = signal === undefined ? late : AbortSignal.any([signal, late]);
  return Promise.race([orFailed(ask(either)), timedOut(late)]);
}

async function orFailed(asked: Promise<CredentialCheck>): Promise<CredentialCheck> {
  try {
    return await asked;
  } catch {
    // The extension was updated meanwhile, or its background fails each time it is asked.
    return { kind: 'unchecked', why: 'checker-failed' };
  }
}

function timedOut(late: AbortSignal): Promise<CredentialCheck> {
  return new Promise((resolve) => {
    late.addEventListener('abort', () => resolve({ kind: 'unchecked', why: 'timed-out' }), { once: true });
  });
}
