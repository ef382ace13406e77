/** One step in the making of a specimen: takes the file so far, gives it back with something written into it. */
export type Writer = {
  /** What wrote it, as the manifest says: `ExifTool 12.57`, `own PNG chunk writer` … */
  readonly name: string;
  write(file: Buffer): Promise<Buffer>;
};
