/** Raise with every change of the package's shape. */
export const PACKAGE_VERSION = 1;

/** What a file of a package is. */
export const PART_KINDS = [
  'report',
  'report-page',
  'findings',
  'original',
  'screenshot',
  'page-copy',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** A file of a package before it is packed. */
export type PackagePart = {
  readonly kind: PartKind;
  /** Plain file name, see {@link PART_NAME}. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** `manifest.json` of a package: every other file with its hash. */
export type PackageManifest = {
  readonly format: 'bianshi-package';
  readonly formatVersion: 1;
  readonly program: string;
  readonly reportId: string;
  /** ISO 8601 with offset. */
  readonly createdAt: string;
  readonly parts: readonly {
    readonly kind: PartKind;
    readonly name: string;
    readonly mime: string;
    /** Bytes. */
    readonly size: number;
    /** Lower-case hexadecimal. */
    readonly sha256: string;
  }[];
};

export const MANIFEST_NAME = 'manifest.json';

/** Names of files in a package: no folders, no hidden files, nothing that a system gives a meaning. */
export const PART_NAME = /^[a-z][a-z0-9-]{0,39}\.[a-z0-9]{1,8}$/;

/** Largest single file: the largest medium fetched whole. */
export const MAX_PART_BYTES = 64 * 1024 * 1024;

/** Largest package, unpacked. */
export const MAX_PACKAGE_BYTES = 160 * 1024 * 1024;

/** Largest package as a file: what is packed is at most a little larger than what it holds. */
export const MAX_ZIP_BYTES = MAX_PACKAGE_BYTES + 1024 * 1024;

/** More files than any package of ours holds. */
export const MAX_PARTS = 32;
