import { type FileText, fileText } from '../../bytes/file-text';
import type { Given } from '../inspect/file-inspector';

/** Longest name of a file shown. */
const MAX_NAME_CHARS = 255;

/** Longest address taken. */
const MAX_URL_CHARS = 8192;

/** What of a drop or paste can be used: files before text, and text only where it is one address. */
export function givenOfTransfer(
  transfer: { readonly files: Iterable<File>; getData(format: string): string } | null,
  kind: 'file' | 'pasted',
): readonly Given[] {
  if (transfer === null) return [];
  const files = givenOfFiles(transfer.files, kind);
  if (files.length > 0) return files;
  const text = transfer.getData('text/uri-list').split(/[\r\n]/)[0] || transfer.getData('text/plain');
  const url = readAddress(text);
  return url === undefined ? [] : [{ kind: 'url', url }];
}

/** Files as they come from a chooser, a drop or the clipboard. */
export function givenOfFiles(files: Iterable<File>, kind: 'file' | 'pasted'): readonly Given[] {
  return [...files].map((file) => ({ kind, blob: file, name: nameOf(file) }));
}

const nameOf = ({ name, type }: File): FileText => fileText(name || type, MAX_NAME_CHARS);

/** The address a person means, where it is one that can be fetched: `http:` and `https:` only. */
export function readAddress(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || typed.length > MAX_URL_CHARS || /\s/.test(typed) || !URL.canParse(typed))
    return undefined;
  const url = new URL(typed);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** The host that an address makes us contact. */
export function hostOf(address: string): string | undefined {
  const url = readAddress(address);
  return url === undefined ? undefined : new URL(url).host;
}
