import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  MANIFEST_NAME,
  MAX_PACKAGE_BYTES,
  MAX_PART_BYTES,
  MAX_PARTS,
  PACKAGE_VERSION,
  PART_NAME,
  type PackageManifest,
  type PackagePart,
} from './package-manifest';
import { sha256Hex } from './sha256';

/** What stands at the head of a package. */
export type PackageHead = Pick<PackageManifest, 'program' | 'reportId' | 'createdAt'>;

/** Same for every file, so that the same parts give the same bytes: times are in the manifest, with their zone. */
const NO_TIME = new Date(1980, 0, 1);

/** Text is packed, pictures and films are compressed already. */
const PACKED = /^(?:text\/|application\/json|multipart\/)/;

/**
 * Packs files into one ZIP with a manifest of their SHA-256. Deterministic: the same parts and head give the same bytes.
 *
 * @throws RangeError for a name that is none of ours or used twice, and for parts beyond the limits: the caller has
 *   left those out before, with words
 */
export async function buildPackage(
  parts: readonly PackagePart[],
  head: PackageHead,
): Promise<Uint8Array<ArrayBuffer>> {
  check(parts);
  const listed = await Promise.all(
    parts.map(async ({ kind, name, mime, bytes }) => {
      return { kind, name, mime, size: bytes.length, sha256: await sha256Hex(bytes) };
    }),
  );
  const manifest: PackageManifest = {
    format: 'bianshi-package',
    formatVersion: PACKAGE_VERSION,
    ...head,
    parts: listed,
  };
  const files: Zippable = {
    [MANIFEST_NAME]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...Object.fromEntries(parts.map(({ name, mime, bytes }) => [name, [bytes, { level: levelOf(mime) }]])),
  };
  return zipSync(files, { mtime: NO_TIME });
}

function levelOf(mime: string): 0 | 6 {
  return PACKED.test(mime) ? 6 : 0;
}

function check(parts: readonly PackagePart[]): void {
  const names = parts.map(({ name }) => name);
  if (parts.length > MAX_PARTS || new Set([...names, MANIFEST_NAME]).size !== names.length + 1)
    throw new RangeError('too many files in a package, or one name twice');
  if (!names.every((name) => PART_NAME.test(name))) throw new RangeError('no name for a file of a package');
  const sizes = parts.map(({ bytes }) => bytes.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > MAX_PACKAGE_BYTES || sizes.some((size) => size > MAX_PART_BYTES))
    throw new RangeError('a file of the package, or all together, is too large');
}
