import type { FileText } from '../../lib/bytes/file-text';
import { inspectText } from '../../lib/inspect/inspect-text';
import { failed } from '../../lib/inspect/not-checked';
import { loadRuleBook } from '../../lib/rules/rule-book';
import type { FileReading } from '../../lib/ui/inspect/file-inspector';

/** Reads a selected text: what it says of its origin, and what of it is not seen. It is no file and has no hash. */
export async function readSelectedText(
  text: FileText,
  readAt: string,
  tell: (reading: FileReading) => void,
): Promise<void> {
  try {
    tell({ readAt, ...(await inspectText(text, loadRuleBook())) });
  } catch {
    // A bug of ours is said so, instead of a text that stays in "reading".
    tell({ readAt, inspection: failed() });
  }
}
