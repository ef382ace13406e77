import type { TabPage } from '../../../lib/messages/page-items';
import { NO_REPORTING } from '../../../lib/settings/reporting';
import type { Settings } from '../../../lib/settings/settings';
import type { UiServices } from '../../../lib/ui/services';
import { SAMPLE_HISTORIES } from './graphs';

/** What a fake world was asked to do, in order. */
export type Asked = { readonly what: string; readonly values: readonly unknown[] };

export type FakeWorld = {
  readonly services: UiServices;
  readonly asked: Asked[];
  /** Puts another page in front of the view. */
  readonly turnTo: (page: TabPage | undefined) => void;
};

/** A world without a browser extension around it: one page, settings in memory, everything asked for written down. */
export function fakeWorld(page: TabPage | undefined, first: Settings): FakeWorld {
  const asked: Asked[] = [];
  const pageListeners = new Set<(page: TabPage | undefined) => void>();
  const settingsListeners = new Set<(settings: Settings) => void>();
  let settings = first;
  let current = page;
  const ask =
    (what: string) =>
    async (...values: readonly unknown[]): Promise<void> => {
      asked.push({ what, values });
    };
  const services: UiServices = {
    loadPage: async () => current,
    watchPage: (listener, signal) => follow(pageListeners, listener, signal),
    revealItem: ask('revealItem'),
    openPanel: ask('openPanel'),
    openOptions: ask('openOptions'),
    openInspect: ask('openInspect'),
    tabAddress: async () => current?.url,
    mayNotify: async () => true,
    askToNotify: async () => true,
    notify: ask('notify'),
    loadHistory: async ({ id }) => SAMPLE_HISTORIES.get(id),
    openHistory: ask('openHistory'),
    checkCredential: ask('checkCredential'),
    keepDocumentResult: ask('keepDocumentResult'),
    documentResults: async () => [],
    watchDocumentResults: () => undefined,
    fetchNamed: async (from) => {
      await ask('fetchNamed')(from);
      return { check: { kind: 'unchecked', why: 'no-bytes' } };
    },
    selectItem: ask('selectItem'),
    recheck: ask('recheck'),
    fetchMedium: async (_, url, keep) =>
      url.startsWith('blob:')
        ? { hash: { failure: 'gone' } }
        : {
            hash: {
              sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
              bytes: 482_113,
              finalUrl: url,
              http: { status: 200, contentType: 'image/jpeg', fetchedAt: '2026-11-21T12:30:01+08:00' },
            },
            ...(keep ? { bytes: new Blob([new Uint8Array(482_113)], { type: 'image/jpeg' }) } : {}),
          },
    captureScreen: async () => fakeScreen(),
    canCopyPage: true,
    allowPageCopy: async () => true,
    copyPage: async () => new Blob(['MIME-Version: 1.0'], { type: 'multipart/related' }),
    loadReporting: async () => NO_REPORTING,
    saveReporting: ask('saveReporting'),
    loadManagedRecipients: async () => [],
    openAddress: ask('openAddress'),
    fillForm: async (_, fields) => fields.length,
    saveBlob: ask('saveBlob'),
    newId: () => '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c',
    fetchPicture: async () => Promise.reject(new Error('no such picture')),
    loadSettings: async () => settings,
    async saveSettings(value) {
      settings = value;
      for (const listener of settingsListeners) listener(value);
    },
    watchSettings: (listener, signal) => follow(settingsListeners, listener, signal),
    submitReport: ask('submitReport'),
    reportsOn: async () => [],
    watchReports: () => undefined,
    waitingReports: async () => 0,
    openReports: ask('openReports'),
    saveDraft: ask('saveDraft'),
    loadDraft: async () => undefined,
    saveToken: ask('saveToken'),
    copyText: ask('copyText'),
    saveFile: ask('saveFile'),
    browserLanguage: () => 'zh-CN',
    now: () => '2026-11-21T12:30:00+08:00',
    version: () => '0.1.0',
  };
  const turnTo = (next: TabPage | undefined) => {
    current = next;
    for (const listener of pageListeners) listener(next);
  };
  return { services, asked, turnTo };
}

/** A picture of nothing much, as a browser would take one. */
export async function fakeScreen(): Promise<Blob> {
  const canvas = new OffscreenCanvas(800, 500);
  const context = canvas.getContext('2d');
  context?.fillRect(100, 80, 300, 200);
  return canvas.convertToBlob({ type: 'image/png' });
}

function follow<T>(listeners: Set<T>, listener: T, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
}
