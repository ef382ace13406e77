import type { ContainerId } from '../containers/container';

/** A manifest store alone (C2PA 2.5 §11.4). */
export const STORE_TYPE = 'application/c2pa';

/** Media types by which the credential library knows the containers it reads (IANA; c2pa-rs for AVI). */
const MEDIA_TYPES: Readonly<Partial<Record<ContainerId, string>>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/heif',
  avif: 'image/avif',
  gif: 'image/gif',
  jxl: 'image/jxl',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  quicktime: 'video/quicktime',
  avi: 'video/avi',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  pdf: 'application/pdf',
  // One reader for all of them; the library does not ask which kind of document it is.
  zip: 'application/epub+zip',
  c2pa: STORE_TYPE,
};

/**
 * Containers the library cannot open: their store is taken out and checked alone, so that signature and signer are
 * known and the content is not compared.
 */
const STORE_TAKEN_OUT: readonly ContainerId[] = ['ogg', 'sfnt', 'html', 'text'];

/** How the credential library gets a file. */
export type Presentation = {
  readonly mime: string;
  /** The store is to be taken out of its container first. */
  readonly takeOut?: true;
};

/** How the credential library gets files of a container; `undefined` for those that carry no store it could check. */
export function presentationOf(container: ContainerId | 'unknown'): Presentation | undefined {
  if (container !== 'unknown' && STORE_TAKEN_OUT.includes(container))
    return { mime: STORE_TYPE, takeOut: true };
  const mime = mediaTypeOf(container);
  return mime === undefined ? undefined : { mime };
}

/** The media type of a container for the credential library; `undefined` for what it cannot read. */
export function mediaTypeOf(container: ContainerId | 'unknown'): string | undefined {
  return container === 'unknown' ? undefined : MEDIA_TYPES[container];
}
