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
  c2pa: STORE_TYPE,
};

/** The media type of a container for the credential library; `undefined` for what it cannot read. */
export function mediaTypeOf(container: ContainerId | 'unknown'): string | undefined {
  return container === 'unknown' ? undefined : MEDIA_TYPES[container];
}
