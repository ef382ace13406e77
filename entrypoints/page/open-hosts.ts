/** Longest wait for a host's first answer. */
const PROBE_TIMEOUT_MS = 5000;

/** Hosts remembered for one document. */
const HOSTS_KEPT = 200;

/**
 * Which hosts let every page read their files (CORS), found out with the first picture of each. Chromium answers that one
 * byte from the page's own cache, and a host that does not allow it fails there, too: no request is made for a picture
 * that may be cached, and one of a single byte, once per host, for one that may not.
 *
 * @param fetch of the page's own script
 */
export function openHosts(
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): (url: string) => Promise<boolean> {
  const hosts = new Map<string, Promise<boolean>>();
  return (url) => {
    const { origin } = new URL(url);
    const known = hosts.get(origin);
    if (known) return known;
    if (hosts.size >= HOSTS_KEPT) return Promise.resolve(false);
    const answer = isOpen(url, fetch, signal);
    hosts.set(origin, answer);
    return answer;
  };
}

async function isOpen(url: string, fetch: typeof globalThis.fetch, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      cache: 'force-cache',
      credentials: 'same-origin',
      headers: { Range: 'bytes=0-0' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)]),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
