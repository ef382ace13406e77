import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import * as v from 'valibot';
import { readReport } from '../read-report';
import type { Report } from '../report';
import {
  MANIFEST_NAME,
  MAX_PACKAGE_BYTES,
  MAX_PART_BYTES,
  MAX_PARTS,
  MAX_ZIP_BYTES,
  PART_KINDS,
  PART_NAME,
  type PackageManifest,
} from './package-manifest';
import { sha256Hex } from './sha256';

/** How one file of a package stands to the manifest. */
export type PartState = 'same' | 'changed' | 'missing' | 'extra';

/** Why a file is no package, or cannot be opened as one. */
export type PackageFault = 'no-package' | 'too-large' | 'unreadable';

/** One file of an opened package. */
export type CheckedPart = {
  readonly name: string;
  readonly state: PartState;
  /** As the manifest says; absent for what it does not list. */
  readonly listed?: PackageManifest['parts'][number];
  /** What is there; absent for what is missing, and for what is too large or not listed. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
};

/** A package with every hash checked. */
export type OpenedPackage = {
  readonly manifest: PackageManifest;
  readonly parts: readonly CheckedPart[];
  /** `report.json`, where it is there unchanged and follows its schema. */
  readonly report?: Report;
};

const line = v.pipe(v.string(), v.maxLength(200));

const manifestSchema = v.strictObject({
  format: v.literal('bianshi-package'),
  formatVersion: v.literal(1),
  program: line,
  reportId: line,
  createdAt: line,
  parts: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(PART_KINDS),
        name: v.pipe(v.string(), v.regex(PART_NAME)),
        mime: line,
        size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PART_BYTES)),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.maxLength(MAX_PARTS),
  ),
});

/** Longest name of an unlisted entry that is shown. */
const MAX_SHOWN_NAME_CHARS = 120;

/**
 * Opens a saved package and checks every hash in it.
 *
 * The file may be anybody's. Bounded in bytes, entries and unpacked size before anything is unpacked; entries are
 * looked up by name in a Map, never written anywhere; of several with one name, or of names that are none of ours, none
 * is unpacked.
 */
export async function openPackage(
  zip: Uint8Array<ArrayBuffer>,
): Promise<OpenedPackage | { readonly fault: PackageFault }> {
  if (zip.length > MAX_ZIP_BYTES) return { fault: 'too-large' };
  const entries = unpack(zip);
  if ('fault' in entries) return entries;
  const manifest = readManifest(entries.files.get(MANIFEST_NAME));
  if (manifest === undefined) return { fault: 'no-package' };
  const listed = await Promise.all(manifest.parts.map((part) => checkPart(part, entries.files)));
  const known = new Set([MANIFEST_NAME, ...manifest.parts.map(({ name }) => name)]);
  const extra = entries.names
    .filter((name, index, all) => !known.has(name) || all.indexOf(name) !== index)
    .map((name): CheckedPart => ({ name: name.slice(0, MAX_SHOWN_NAME_CHARS), state: 'extra' }));
  const report = reportIn(listed);
  return { manifest, parts: [...listed, ...extra], ...(report === undefined ? {} : { report }) };
}

type Entries = {
  /** Unpacked files with a name of ours that occurs once. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Names of all entries, in order, with repeats. */
  readonly names: readonly string[];
};

/** Entries are counted from the directory at the file's end, and none is unpacked before all were counted. */
function unpack(zip: Uint8Array<ArrayBuffer>): Entries | { readonly fault: PackageFault } {
  const infos: UnzipFileInfo[] = [];
  try {
    unzipSync(zip, { filter: (info) => isTooMany(infos.push(info)) });
    if (total(infos) > MAX_PACKAGE_BYTES) return { fault: 'too-large' };
    const names = infos.map(({ name }) => name);
    const once = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
    const wanted = new Set(infos.filter(isOurs).flatMap(({ name }) => (once(name) ? [name] : [])));
    const files = unzipSync(zip, { filter: ({ name }) => wanted.has(name) });
    return { files: new Map(Object.entries(files) as [string, Uint8Array<ArrayBuffer>][]), names };
  } catch {
    return { fault: infos.length > MAX_ENTRIES ? 'too-large' : 'unreadable' };
  }
}

/** Never true: nothing is unpacked while counting. A directory may claim four thousand million entries. */
function isTooMany(count: number): false {
  if (count > MAX_ENTRIES) throw new RangeError('more entries than any package of ours has');
  return false;
}

/** More entries than a package with its manifest has, as many as are still worth naming. */
const MAX_ENTRIES = 4 * MAX_PARTS;

function isOurs({ name, originalSize }: UnzipFileInfo): boolean {
  return PART_NAME.test(name) && originalSize <= MAX_PART_BYTES;
}

function total(infos: readonly UnzipFileInfo[]): number {
  return infos.reduce((sum, { originalSize, size }) => sum + Math.max(originalSize, size), 0);
}

function readManifest(bytes: Uint8Array | undefined): PackageManifest | undefined {
  const value = parsed(bytes);
  const { success, output } = v.safeParse(manifestSchema, value);
  return success ? output : undefined;
}

async function checkPart(
  listed: PackageManifest['parts'][number],
  files: Entries['files'],
): Promise<CheckedPart> {
  const { name } = listed;
  const bytes = files.get(name);
  if (bytes === undefined) return { name, state: 'missing', listed };
  const same = bytes.length === listed.size && (await sha256Hex(bytes)) === listed.sha256;
  return { name, state: same ? 'same' : 'changed', listed, bytes };
}

function reportIn(parts: readonly CheckedPart[]): Report | undefined {
  const part = parts.find(({ listed, state }) => listed?.kind === 'report' && state === 'same');
  const report = readReport(parsed(part?.bytes));
  return 'faults' in report ? undefined : report;
}

function parsed(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}
