import { basename, dirname, extname, join } from 'node:path';
import { type InspectOptions, inspect } from '../inspect/inspect';
import type { Inspection } from '../inspect/inspection';
import { joinSidecar } from '../inspect/join-sidecar';
import type { Finding } from '../signals/finding';
import { fileSource } from './file-source';

/** The usual ending of a manifest store in a file of its own (C2PA 2.5, 11.8). */
const ENDING = '.c2pa';

/** What a file states together with the credential beside it, and the name of that, where there is one. */
export type WithSidecar = { readonly inspection: Inspection; readonly sidecar?: string };

/**
 * Looks for the credential of a file in a file beside it: `image.jpg.c2pa`, then `image.c2pa` (C2PA 2.5, 14.5.3).
 * Embedded credentials win over it, also damaged ones. Its findings begin with its name, since nothing but the
 * name binds it to the file until it has been verified.
 *
 * @param file path of the file
 * @param inspection of the file by itself
 * @param options how it was inspected
 */
export async function withSidecar(
  file: string,
  inspection: Inspection,
  options: InspectOptions,
): Promise<WithSidecar> {
  if (inspection.container === 'c2pa' || inspection.findings.some(isEmbedded)) return { inspection };
  for (const path of sidecarsOf(file)) {
    const beside = await inspectStore(path, options);
    const sidecar = basename(path);
    if (beside !== undefined) return { inspection: joinSidecar(inspection, beside, sidecar), sidecar };
  }
  return { inspection };
}

/** A finding of a credential inside the file, not of an address of one. */
const isEmbedded = ({ signal, remarks }: Finding): boolean =>
  signal === 'c2pa' && !remarks.some(({ code }) => code === 'c2pa-elsewhere');

function sidecarsOf(file: string): ReadonlySet<string> {
  const stem = basename(file, extname(file));
  return new Set([file + ENDING, join(dirname(file), stem + ENDING)]);
}

/** @returns `undefined` where no file is there, or no manifest store in it */
async function inspectStore(path: string, options: InspectOptions): Promise<Inspection | undefined> {
  const source = await fileSource(path).catch(() => undefined);
  if (source === undefined) return undefined;
  try {
    const inspection = await inspect(source, options);
    return inspection.container === 'c2pa' ? inspection : undefined;
  } finally {
    await source.close();
  }
}
