import type { PageItem } from '../../messages/page-items';

/**
 * Everything that was read of the item, unabridged: findings, verdict, credential, the label that was drawn. Holds no
 * address of page or file, so that leaving those out of the report leaves them out here too.
 *
 * @param program name and version of the program
 * @param now ISO 8601 with offset
 */
export function findingsJson(
  { kind, label, inspection, readAt }: PageItem,
  program: string,
  now: string,
): string {
  const envelope = { format: 'bianshi-evidence', formatVersion: 1, program, savedAt: now };
  return `${JSON.stringify({ ...envelope, item: { kind, label, inspection, readAt } }, null, 2)}\n`;
}
