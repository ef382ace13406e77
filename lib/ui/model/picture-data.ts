/** Raster types a page of ours shows from a file; SVG is left out because it is a document. */
const PICTURE_DATA = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[a-z0-9+/]+=*$/i;

/** A thumbnail of a credential as a source for an `img`; `undefined` where it is not a `data:` URL of a raster type. */
export function pictureData(thumbnail: string | undefined): string | undefined {
  return thumbnail !== undefined && PICTURE_DATA.test(thumbnail) ? thumbnail : undefined;
}
