import { fileText } from '../../../lib/bytes/file-text';
import type { Anchor, KnownList, TrustDesk, TrustState } from '../../../lib/ui/trust/trust-desk';

const anchor = (subject: string, digit: string, authority: boolean): Anchor => ({
  subject: fileText(subject),
  organization: fileText('报社 <b>示例</b>'),
  validTo: '2031-05-01T00:00:00.000Z',
  fingerprint: digit.repeat(64),
  authority,
});

const list = (id: KnownList['id'], state: KnownList['state'], count: number): KnownList => ({
  id,
  state,
  count,
  issued: id === 'interim' ? '2026-01-01' : '2026-08-05',
  licence: 'CC BY 4.0',
  attribution: 'C2PA',
  addresses: [`https://lists.example/trust-list/${id}.pem`],
});

const STATES: { readonly [name: string]: TrustState } = {
  none: {
    lists: [list('official', 'missing', 0), list('timeStamps', 'missing', 0), list('interim', 'missing', 0)],
    anchors: [],
    refresh: false,
  },
  full: {
    lists: [
      list('official', 'refreshed', 30),
      list('timeStamps', 'built-in', 22),
      list('interim', 'loaded', 104),
    ],
    anchors: [anchor('Newsroom Root CA', 'a', true), anchor('<img src=x onerror=alert(1)>', 'b', false)],
    refresh: true,
    last: { at: '2026-11-20T08:00:00.000Z', results: { official: 'updated', timeStamps: 'shrunk' } },
  },
};

/** A desk whose state is one of the samples; adding gives one anchor for any text with a certificate in it. */
export function fakeTrustDesk(name: string): TrustDesk {
  let state = STATES[name] ?? STATES['full']!;
  return {
    load: async () => state,
    loadLists: async () => 0,
    async addAnchors(text) {
      if (!text.includes('CERTIFICATE')) return { count: 0, faults: [{ why: 'no-certificate' }] };
      state = { ...state, anchors: [...state.anchors, anchor('Added', 'c', true)] };
      return { count: 1, faults: [{ why: 'unreadable', index: 2 }] };
    },
    async removeAnchor(fingerprint) {
      state = { ...state, anchors: state.anchors.filter((one) => one.fingerprint !== fingerprint) };
    },
    async setRefresh(refresh) {
      state = { ...state, refresh };
    },
    refreshNow: async () => undefined,
  };
}
