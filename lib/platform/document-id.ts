/** Random bytes in a document's id: enough that two documents of one tab never share it. */
const ID_BYTES = 9;

/**
 * A new id for a document. `crypto.randomUUID` exists in secure contexts only, and content scripts run on http:
 * pages too.
 */
export function newDocumentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
