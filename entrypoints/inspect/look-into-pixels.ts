import { inspectPixels } from '../../lib/inspect/inspect-pixels';
import type { Inspection } from '../../lib/inspect/inspection';
import { pixelsWanted } from '../../lib/inspect/pixels-wanted';
import { loadRuleBook } from '../../lib/rules/rule-book';
import type { FileReading } from '../../lib/ui/inspect/file-inspector';
import { blobSource } from './blob-source';
import { browserDecoder } from './browser-decoder';

type Add = (more: Partial<FileReading>) => void;

/**
 * Looks into the pixels of a file just read where its generator signs them; other pictures are offered for a click.
 *
 * @param reading gives what is known at the time; the credential is checked by then, so that one result does not
 *   replace the other
 */
export async function pixelsOfFile(blob: Blob, reading: () => FileReading, add: Add): Promise<void> {
  const { inspection } = reading();
  const wanted = inspection === undefined ? 'never' : pixelsWanted(inspection);
  if (inspection === undefined || wanted === 'never') return;
  if (wanted === 'on-click') return add({ pixels: 'offered' });
  add({ pixels: 'looking' });
  add(await lookIntoPixels(blob, inspection));
}

/** What looking into the pixels adds to a reading; a picture that cannot be decoded says so. Never rejects. */
export async function lookIntoPixels(blob: Blob, inspection: Inspection): Promise<Partial<FileReading>> {
  const options = { rules: loadRuleBook(), decode: browserDecoder };
  const looked = await inspectPixels(blobSource(blob), inspection, options).catch(
    // A bug of ours, or no memory for the picture, is said so instead of a file that stays in "looking".
    (): Inspection => ({ ...inspection, pixels: 'over-budget' }),
  );
  const found = looked.findings.length > inspection.findings.length;
  return { inspection: looked, pixels: looked.pixels !== 'decoded' ? 'failed' : found ? 'found' : 'nothing' };
}
