/**
 * Which addresses a public page must not make us fetch: loopback, link-local, private and other special ranges
 * (RFC 1918, RFC 4193, RFC 3927, RFC 6598, RFC 6890), and names that never leave a local network (RFC 6762,
 * RFC 8375). A name that resolves to such an address cannot be told from here; see `lib/net/README.md`.
 */
export type NetworkScope = 'public' | 'private';

const LOCAL_NAMES = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home.arpa'];

/** Scheme and user part of an address as the URL parser gives it. */
const BEFORE_HOST = '^https?://([^/@]*@)?';

/**
 * The same hosts as patterns over whole addresses, for a browser's own rules: those are asked before every request, those
 * that a redirect leads to included, and nothing leaves the browser. In RE2 syntax; kept in step with
 * {@link networkScope} by a test, but for IPv6 addresses that begin with zeros, which are all taken for private.
 */
export const PRIVATE_URL_PATTERNS: readonly string[] = [
  String.raw`(0|10|127|22[4-9]|2[345][0-9])\.[0-9]+\.[0-9]+\.[0-9]+`,
  String.raw`(169\.254|172\.(1[6-9]|2[0-9]|3[01])|192\.168|198\.1[89]|192\.0\.0)\.[0-9.]+`,
  String.raw`100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.[0-9]+\.[0-9]+`,
  String.raw`\[(::|f[cdef]|64:ff9b:)[0-9a-f:]*\]`,
  String.raw`([^/:]+\.)?(localhost|local|internal|intranet|lan|home\.arpa)\.?`,
  String.raw`[^/:.\[]+\.?`,
].map((host) => `${BEFORE_HOST}${host}(:[0-9]+)?/`);

/** IPv4 blocks as [first address, prefix length]. */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

/** The same as numbers: asked for every address that is read. */
const PRIVATE_V4_BLOCKS = PRIVATE_V4.map(([first, prefix]) => {
  const size = 2 ** (32 - prefix);
  return { size, block: Math.floor((parseV4(first) ?? 0) / size) };
});

/**
 * Scope of a host as the URL parser gives it (`URL.hostname`: IPv4 normalised, IPv6 in brackets).
 *
 * @param hostname lower-case host name, IPv4 or bracketed IPv6 address
 */
export function networkScope(hostname: string): NetworkScope {
  if (hostname.startsWith('[')) return scopeOfV6(hostname.slice(1, -1));
  const v4 = parseV4(hostname);
  if (v4 !== undefined) return isPrivateV4(v4) ? 'private' : 'public';
  return isLocalName(hostname) ? 'private' : 'public';
}

/**
 * Whether a page may make the extension fetch `target`: public pages reach public hosts only; a page that
 * itself stands in a private network may reach its own kind.
 */
export function mayFetch(target: URL, page: URL): boolean {
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return target.protocol === page.protocol;
  if (networkScope(target.hostname) === 'public') return true;
  return page.protocol.startsWith('http') && networkScope(page.hostname) === 'private';
}

function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (!name.includes('.')) return true;
  return LOCAL_NAMES.some((local) => name === local || name.endsWith(`.${local}`));
}

function parseV4(hostname: string): number | undefined {
  const parts = hostname.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isPrivateV4(address: number): boolean {
  return PRIVATE_V4_BLOCKS.some(({ size, block }) => Math.floor(address / size) === block);
}

/**
 * IPv6 addresses that stand for an IPv4 address in their last 32 bits: mapped and compatible ones (RFC 4291 §2.5.5),
 * and those a NAT64 gateway translates (RFC 6052 §2.1).
 */
const V4_IN_V6 = /^(?:64:ff9b)?::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** `address` without brackets, as the URL parser compresses it (RFC 5952). */
function scopeOfV6(address: string): NetworkScope {
  const mapped = V4_IN_V6.exec(address);
  if (mapped) {
    const v4 = Number.parseInt(mapped[1] ?? '', 16) * 65_536 + Number.parseInt(mapped[2] ?? '', 16);
    return isPrivateV4(v4) ? 'private' : 'public';
  }
  if (address === '::' || address === '::1') return 'private';
  const first = Number.parseInt(address.split(':')[0] || '0', 16);
  const uniqueLocal = (first & 0xfe00) === 0xfc00;
  // Link-local, and site-local as it was before RFC 3879.
  const linkLocal = (first & 0xff80) === 0xfe80;
  const multicast = (first & 0xff00) === 0xff00;
  return uniqueLocal || linkLocal || multicast ? 'private' : 'public';
}
