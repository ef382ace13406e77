import type { FileReading } from '../inspect/file-inspector';

/** Picture types shown from a given file; others, and what the browser cannot show, have words instead. */
const SHOWN_TYPES = /^image\/(?:png|jpeg|gif|webp|avif|bmp|heic|heif|jxl)$/i;

/** The address by which a given file is shown as a picture; `undefined` for what is none. */
export function filePreview({ preview, mime }: FileReading): string | undefined {
  return mime !== undefined && SHOWN_TYPES.test(mime) ? preview : undefined;
}
