/** Longest address of an endpoint. */
const MAX_CHARS = 2048;

/**
 * The address of a recipient's endpoint or form, where reports may be sent to it: https, without user name and password. Plain
 * http only to this machine itself (`localhost`, 127.0.0.0/8, ::1), where it leaves no cable: the reference receiver runs
 * there. An address in a private network is somebody's own choice here, a person's or an organisation's, never a page's.
 *
 * @returns `undefined` where nothing may be sent there
 */
export function endpointOf(address: string): URL | undefined {
  if (address.length > MAX_CHARS || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return secure ? url : undefined;
}

/** Address of a path below an endpoint; its own path is kept, its query and fragment are not. */
export function below(endpoint: URL, path: string): string {
  const base = new URL(endpoint);
  base.search = '';
  base.hash = '';
  base.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
  return base.href;
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
