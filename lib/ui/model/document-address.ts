/** Ends of names of documents that can be read for labels (TC260-PG-20258A 6.1; C2PA 2.5 Annex A). */
const DOCUMENT_NAME = /\.(?:pdf|docx|docm|pptx|pptm|xlsx|xlsm|odt|odp|ods|epub|md|markdown|txt)$/i;

/**
 * Whether an address names a document by the end of its path. What a server sends may differ: it is read by its
 * bytes, whatever the name.
 */
export function isDocumentAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname } = new URL(address);
  return /^https?:$/.test(protocol) && DOCUMENT_NAME.test(pathname);
}
