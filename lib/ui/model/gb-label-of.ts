import type { PageItem } from '../../messages/page-items';
import type { GbLabel } from '../../signals/gb45438/label';
import { restsOn } from './leading-finding';

/** The GB 45438 label to summarise an item by: one the verdict rests on, else any the file holds. */
export function gbLabelOf({ inspection }: Pick<PageItem, 'inspection'>): GbLabel | undefined {
  return [...restsOn(inspection.verdict), ...inspection.findings].find(({ gb }) => gb !== undefined)?.gb;
}
