import { type FileText, fileText } from '../bytes/file-text';

/** Absolute within the store: `self#jumbf=/c2pa/<manifest>[/…]`; old writers leave out the first slash. */
const MANIFEST_URI = /^self#jumbf=\/?c2pa\/([^/]+)/;

/** An assertion, from the manifest's own store or absolute. */
const ASSERTION_URI = /^self#jumbf=(?:\/?c2pa\/[^/]+\/)?c2pa\.assertions\/([^/]+)$/;

/** Label of the manifest a JUMBF URI lies in; `undefined` for relative and foreign URIs (C2PA 2.5 §8.4.2). */
export function manifestLabel(uri: string | undefined): FileText | undefined {
  return labelIn(MANIFEST_URI, uri);
}

/** Label of the assertion a JUMBF URI names. */
export function ingredientLabel(uri: string | undefined): FileText | undefined {
  return labelIn(ASSERTION_URI, uri);
}

function labelIn(pattern: RegExp, uri: string | undefined): FileText | undefined {
  const label = uri === undefined ? undefined : pattern.exec(uri)?.[1];
  return label === undefined ? undefined : fileText(label);
}
