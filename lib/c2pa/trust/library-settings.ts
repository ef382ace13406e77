import type { TrustList } from './trust-lists';
import { INTERIM_USAGES } from './usages';

/**
 * Settings of the library for one run, as JSON. Nothing is fetched: neither a manifest stored elsewhere nor an
 * answer about revocation, which would tell a stranger which file is being looked at.
 *
 * @param lists what this run trusts. Usages are always stated: without them the library turns signers away whose
 *   certificate is made for claim signing alone, and calls the file invalid
 */
export function librarySettings(lists: readonly TrustList[]): string {
  const usages = new Set(lists.length === 0 ? INTERIM_USAGES : lists.flatMap((list) => list.usages));
  return JSON.stringify({
    trust: {
      ...certificates(
        'trust_anchors',
        lists.map(({ anchors }) => anchors),
      ),
      ...certificates(
        'allowed_list',
        lists.map(({ allowed }) => allowed ?? ''),
      ),
      trust_config: [...usages].join('\n'),
    },
    verify: {
      verify_after_reading: true,
      verify_trust: true,
      verify_timestamp_trust: true,
      remote_manifest_fetch: false,
      ocsp_fetch: false,
    },
  });
}

/** The library refuses all settings when a list is there and empty. */
function certificates(name: 'trust_anchors' | 'allowed_list', parts: readonly string[]): object {
  const text = parts.filter((part) => part.trim() !== '').join('\n');
  return text === '' ? {} : { [name]: text };
}
