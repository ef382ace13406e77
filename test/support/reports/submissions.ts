import { createHash } from 'node:crypto';
import type { Attachment } from '../../../lib/reports/submission';

export { idOf, sampleSubmission as submissionTo } from './sample-submission';

/** An evidence package of these bytes. */
export function evidenceOf(text: string): Attachment {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: 'evidence.zip', mime: 'application/zip', bytes: new Blob([bytes]), sha256 };
}
