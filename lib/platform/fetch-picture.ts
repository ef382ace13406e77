/** Longest wait for a picture that is only shown. */
const PICTURE_TIMEOUT_MS = 30_000;

/**
 * The bytes of a picture the page shows, without cookies and without naming a referrer, as `<img>` in our views asks.
 *
 * @throws when the address answers with an error, too late, or not at all
 */
export async function fetchPicture(url: string, signal: AbortSignal): Promise<Blob> {
  const late = AbortSignal.timeout(PICTURE_TIMEOUT_MS);
  const answer = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'force-cache',
    signal: AbortSignal.any([signal, late]),
  });
  if (answer.ok) return answer.blob();
  await answer.body?.cancel();
  throw new Error(`status ${answer.status}`);
}
