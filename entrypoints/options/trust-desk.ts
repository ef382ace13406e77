import { type OwnAnchor, parseOwnAnchors } from '../../lib/c2pa/trust/own-anchors';
import { pemBodies } from '../../lib/c2pa/trust/pem-blocks';
import { LIST_SOURCES, type ListFile, type ListSource, listFiles } from '../../lib/c2pa/trust/sources';
import type { TrustChoices, TrustFile } from '../../lib/settings/trust';
import { loadTrust, saveTrust } from '../../lib/settings/trust-item';
import type { Added, KnownList, TrustDesk, TrustState } from '../../lib/ui/trust/trust-desk';
import { refreshTrust } from '../background/refresh-trust';
import { readTrustFile } from '../background/trust-files';

/** What the trust section of the options may ask for, over the extension's storage and files. */
export function createTrustDesk(): TrustDesk {
  const change = async (choices: TrustChoices) => saveTrust(choices);
  return {
    load: async () => stateOf(await loadTrust()),
    async loadLists(texts) {
      const taken = (await Promise.all(texts.map(pinnedFile))).filter((file) => file !== undefined);
      const choices = await loadTrust();
      await change({ ...choices, files: withFiles(choices.files, taken) });
      return taken.length;
    },
    async addAnchors(text) {
      const choices = await loadTrust();
      const { own, added } = await withAnchors(choices.own, text);
      if (added.count > 0) await change({ ...choices, own });
      return added;
    },
    async removeAnchor(fingerprint) {
      const choices = await loadTrust();
      const left = (await anchorsOf(choices.own)).filter((one) => one.fingerprint !== fingerprint);
      await change({ ...choices, own: pemOf(left) });
    },
    setRefresh: async (refresh) => change({ ...(await loadTrust()), refresh }),
    refreshNow: async () => change(await refreshTrust(await loadTrust(), new Date())),
  };
}

async function stateOf(choices: TrustChoices): Promise<TrustState> {
  const [lists, anchors] = await Promise.all([
    Promise.all(LIST_SOURCES.map((source) => knownList(source, choices))),
    anchorsOf(choices.own),
  ]);
  const { refresh, last } = choices;
  return { lists, anchors, refresh, ...(last === undefined ? {} : { last }) };
}

async function knownList(source: ListSource, choices: TrustChoices): Promise<KnownList> {
  const { id, issued, licence, attribution, files } = source;
  const all = listFiles([source]);
  const texts = await Promise.all(all.map(({ name }) => readTrustFile(name, choices)));
  const count = texts.reduce((sum, text) => sum + pemBodies(text ?? '').length, 0);
  const own = choices.files.find(({ name }) => name === files.anchors.name);
  const state = texts[0] === undefined ? 'missing' : stateOfFile(own);
  const addresses = all.map(({ address }) => address);
  return { id, state, count: state === 'missing' ? 0 : count, issued, licence, attribution, addresses };
}

function stateOfFile(own: TrustFile | undefined): KnownList['state'] {
  if (own === undefined) return 'built-in';
  return own.pinned ? 'loaded' : 'refreshed';
}

/** A text as the file of a list, where its SHA-256 is one that this build names. */
async function pinnedFile(text: string): Promise<TrustFile | undefined> {
  const sha256 = await hashOf(text);
  const file = listFiles().find((one: ListFile) => one.sha256 === sha256);
  return file && { name: file.name, text, pinned: true };
}

async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function withFiles(files: readonly TrustFile[], taken: readonly TrustFile[]): readonly TrustFile[] {
  return [...files.filter(({ name }) => !taken.some((one) => one.name === name)), ...taken];
}

async function anchorsOf(own: string): Promise<readonly OwnAnchor[]> {
  return own === '' ? [] : (await parseOwnAnchors(own)).anchors;
}

const pemOf = (anchors: readonly OwnAnchor[]): string => anchors.map(({ pem }) => pem).join('');

/** Adds the anchors of a text to those there are; each certificate once. */
async function withAnchors(own: string, text: string): Promise<{ own: string; added: Added }> {
  const before = await anchorsOf(own);
  const { anchors, faults } = await parseOwnAnchors(text);
  const fresh = anchors.filter((one) => !before.some((old) => old.fingerprint === one.fingerprint));
  return { own: pemOf([...before, ...fresh]), added: { count: fresh.length, faults } };
}
