import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { PageFact } from '../../facts/page-facts';
import { type Finding, ON_PAGE, type Statement } from '../finding';

/** A finding of what a page says: a declaration or mark that anybody could have written, with its words as evidence. */
export function pageFinding(
  signal: Finding['signal'],
  { path, value }: PageFact,
  states: Statement,
  rows?: Finding['rows'],
): Finding {
  return {
    signal,
    place: { path: [ON_PAGE, ...path] },
    raw: fileText(value, MAX_RAW_CHARS),
    states,
    assurance: 'unsigned',
    remarks: [],
    ...(rows && { rows }),
  };
}
