import { type FileText, fileText } from '../../bytes/file-text';
import type { Inspection } from '../../inspect/inspection';
import type { LabelPlan } from '../../labels/label-plan';
import { planLabel } from '../../labels/plan-label';
import type { PageItem } from '../../messages/page-items';
import type { GivenFile } from '../inspect/use-files';

/** Longest name kept of a file or address. */
const MAX_NAME_CHARS = 255;

/** How much of a selected text stands for all of it. */
const MAX_TITLE_CHARS = 40;

/** What to call a given file: its own name, else the last part of its address; a text is called by its first words. */
export function givenName({ given }: Pick<GivenFile, 'given'>): FileText {
  if (given.kind === 'text') return fileText(given.text.trim(), MAX_TITLE_CHARS);
  if (given.kind !== 'url') return given.name;
  if (!URL.canParse(given.url)) return fileText(given.url, MAX_NAME_CHARS);
  const { pathname, host } = new URL(given.url);
  return fileText(pathname.split('/').at(-1) || host, MAX_NAME_CHARS);
}

/**
 * A given file as an item, so that the panel's parts can show it. A camera capture has a label here: the person asked
 * about this very file.
 *
 * @returns `undefined` until it was inspected; `label` is missing where nothing was found
 */
export function itemOfFile(file: GivenFile): GivenItem | undefined {
  const { inspection, readAt } = file.reading;
  if (inspection === undefined) return undefined;
  const address = file.given.kind === 'url' ? file.given.url : '';
  const checking = inspection.credential?.kind === 'checking';
  const label = planLabel(inspection.verdict, { showCaptured: true, checking });
  const alt = givenName(file);
  const common = { id: file.id, kind: 'image' as const, mediaUrl: address, pageUrl: address, alt };
  return { ...common, inspection, readAt, ...(label === undefined ? {} : { label }) };
}

/** An item that may have no label to draw. */
export type GivenItem = Omit<PageItem, 'label'> & { readonly label?: LabelPlan };

/** Whether an item has a label, and so everything the panel's parts ask for. */
export function hasLabel(item: GivenItem): item is PageItem {
  return item.label !== undefined;
}

/** Words for what an inspection found, in a family of keys; the verdict kinds without a label. */
export function unlabelledKind({ verdict }: Inspection): 'no-label' | 'unreadable' | 'not-checked' {
  return verdict.kind === 'unreadable' || verdict.kind === 'not-checked' ? verdict.kind : 'no-label';
}

/** The evidence on a given file as saved: what was read, its hash, and its history without pictures. */
export function fileEvidenceJson(file: GivenFile, now: string, version: string): string {
  const { preview: _, ...reading } = file.reading;
  const address = file.given.kind === 'url' ? { address: file.given.url } : {};
  const envelope = {
    format: 'bianshi-file-evidence',
    formatVersion: 1,
    program: `Bianshi ${version}`,
    savedAt: now,
    name: givenName(file),
    ...address,
  };
  return `${JSON.stringify({ ...envelope, ...reading }, withoutPictures, 2)}\n`;
}

const withoutPictures = (key: string, value: unknown): unknown => (key === 'thumbnail' ? undefined : value);
