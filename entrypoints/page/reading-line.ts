import type { Inspection } from '../../lib/inspect/inspection';
import { notChecked } from '../../lib/inspect/not-checked';
import { type Asker, jobQueue, LeftLine } from '../../lib/net/job-queue';
import type { Medium } from '../../lib/page/medium';
import type { ViewWatch } from '../../lib/page/view-watch';

/** Pictures read at the same time in one frame, and answers kept so that duplicates cost nothing. */
const READS_AT_ONCE = 6;
const ANSWERS_KEPT = 1000;

/** Longer addresses are pictures themselves (`data:`): remembering a thousand of them would hold gigabytes. */
const MAX_REMEMBERED_CHARS = 8 * 1024;

/** The line in which a document's media wait to be read. */
export type ReadingLine = {
  inspect(medium: Medium): Promise<Inspection>;
  /** Takes a medium out of the line; `false` where its reading has begun or is done. */
  takeBack(medium: Medium): boolean;
};

/**
 * Has media read a few at a time: what is in view before what is only near, each address once. What left the view before
 * its turn is taken back, unless an element that is still near shows the same address.
 *
 * @param read must not reject for what a file or server does
 */
export function readingLine(read: (medium: Medium) => Promise<Inspection>, view: ViewWatch): ReadingLine {
  const isAnswer = ({ verdict }: Inspection) => verdict.kind !== 'not-checked';
  const queue = jobQueue<Inspection>(READS_AT_ONCE, ANSWERS_KEPT, isAnswer);
  const askers = new Map<Medium, Asker>();
  const inspect = async (medium: Medium): Promise<Inspection> => {
    const { element, url } = medium;
    const asker = { isUrgent: () => view.isInView(element) };
    askers.set(medium, asker);
    view.watch(element);
    try {
      return await queue.run(url, () => read(medium), asker);
    } catch (error) {
      if (!(error instanceof LeftLine)) throw error;
      return notChecked('gone');
    } finally {
      view.release(element);
      if (askers.get(medium) === asker) askers.delete(medium);
    }
  };
  return {
    inspect: (medium) => (medium.url.length > MAX_REMEMBERED_CHARS ? read(medium) : inspect(medium)),
    takeBack(medium) {
      const asker = askers.get(medium);
      return asker !== undefined && queue.leave(asker);
    },
  };
}
