import type { PageItem } from '../../../messages/page-items';
import { buildReport, type ReportInput } from '../../../reports/build-report';
import { buildPackage } from '../../../reports/package/build-package';
import { findingsJson } from '../../../reports/package/findings-json';
import type { PackagePart } from '../../../reports/package/package-manifest';
import { reportPage } from '../../../reports/package/report-page';
import { sha256Hex } from '../../../reports/package/sha256';
import type { ReportAttachment } from '../../../reports/report';
import { reportSections } from '../../../reports/report-text';
import { reportWords } from '../../../reports/report-words';
import type { Attachment } from '../../../reports/submission';
import type { Language } from '../../../rules/localized';
import { fileName } from '../../model/evidence-file';
import { fileEnding } from '../../model/file-ending';
import type { EvidenceKind, Gathered } from './evidence';

/** A screenshot larger than this stands beside the printable report, not inside it. */
const MAX_INLINE_BYTES = 4 * 1024 * 1024;

/** One file that is ready to go along. */
export type ReadyFile = Omit<PackagePart, 'bytes' | 'kind'> & {
  readonly kind: EvidenceKind;
  readonly blob: Blob;
};

/** The wanted files that could be had, in the order they are offered. */
export function readyFiles(
  item: PageItem,
  gathered: Gathered,
  program: string,
  now: string,
): readonly ReadyFile[] {
  const { screenshot, pageCopy, medium } = gathered;
  const json = new Blob([findingsJson(item, program, now)], { type: 'application/json' });
  const ending = fileEnding(item.inspection.container);
  const mime = plainMime(
    medium !== undefined && 'http' in medium.hash ? medium.hash.http?.contentType : undefined,
  );
  return [
    { kind: 'findings', name: 'findings.json', mime: 'application/json', blob: json },
    ...fileOf('screenshot', 'screenshot.png', 'image/png', screenshot),
    ...fileOf('original', `original.${ending}`, mime, medium?.bytes),
    ...fileOf('page-copy', 'page.mhtml', 'multipart/related', pageCopy),
  ];
}

function fileOf(
  kind: EvidenceKind,
  name: string,
  mime: string,
  blob: Blob | undefined,
): readonly ReadyFile[] {
  return blob === undefined ? [] : [{ kind, name, mime, blob }];
}

/** The type a server stated, without parameters; nothing else of it is repeated. */
function plainMime(stated: string | undefined): string {
  return /^[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,60}/.exec(stated ?? '')?.[0] ?? 'application/octet-stream';
}

/** What turns files and a draft into what leaves the machine. */
export type FilesInput = Omit<ReportInput, 'attachments'> & {
  readonly files: readonly ReadyFile[];
  /** Address of the page, for the name of the package. */
  readonly pageUrl: string;
};

/** `report.json` as text, and the package where files go along. */
export type Outgoing = { readonly report: string; readonly evidence?: Attachment };

/** Builds `report.json`, and with files the package around it. Called on the last press, so that it is what was seen. */
export async function buildOutgoing(input: FilesInput, always: boolean): Promise<Outgoing> {
  const { json: report, parts } = await reportJson(input);
  if (parts.length === 0 && !always) return { report };
  return { report, evidence: await packageOf(input, report, parts) };
}

/** `report.json` as text, with the files it names. */
export async function reportJson(
  input: FilesInput,
): Promise<{ readonly json: string; readonly parts: readonly PackagePart[] }> {
  const parts = await Promise.all(input.files.map(partOf));
  const attachments = await Promise.all(parts.map((part) => attachmentOf(part, input.language)));
  return { json: `${JSON.stringify(buildReport({ ...input, attachments }), null, 2)}\n`, parts };
}

async function packageOf(
  input: FilesInput,
  report: string,
  parts: readonly PackagePart[],
): Promise<Attachment> {
  const own: readonly PackagePart[] = [
    textPart('report', 'report.json', 'application/json', report),
    textPart('report-page', 'report.html', 'text/html', await pageOf(input)),
  ];
  const head = { program: input.draft.program, reportId: input.id, createdAt: input.now };
  const bytes = await buildPackage([...own, ...parts], head);
  const mime = 'application/zip';
  const name = fileName('report', input.draft.page === undefined ? '' : input.pageUrl, input.now, 'zip');
  return { name, mime, bytes: new Blob([bytes], { type: mime }), sha256: await sha256Hex(bytes) };
}

async function pageOf({ draft, language, editedText, files }: FilesInput): Promise<string> {
  const picture = files.find(({ kind, blob }) => kind === 'screenshot' && blob.size <= MAX_INLINE_BYTES);
  const screenshot = picture === undefined ? undefined : await dataUrl(picture.blob);
  return reportPage({ sections: reportSections(draft, language), language, editedText, screenshot });
}

async function partOf({ kind, name, mime, blob }: ReadyFile): Promise<PackagePart> {
  return { kind, name, mime, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

function textPart(kind: PackagePart['kind'], name: string, mime: string, text: string): PackagePart {
  return { kind, name, mime, bytes: new TextEncoder().encode(text) };
}

async function attachmentOf(part: PackagePart, language: Language): Promise<ReportAttachment> {
  return {
    name: part.name,
    content_type: part.mime,
    description: reportWords(language)(`evidenceFile.${part.kind}`),
    hash: `sha256:${await sha256Hex(part.bytes)}`,
    size: part.bytes.length,
  };
}

/** Characters are made of bytes in pieces: a call takes only so many arguments. */
const PIECE = 32 * 1024;

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return `data:image/png;base64,${btoa(binary)}`;
}
