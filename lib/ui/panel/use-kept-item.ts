import { useRef } from 'preact/hooks';
import type { PageItem, TabPage } from '../../messages/page-items';

/**
 * The item of that id, kept after it has left the page: evidence somebody is reading, or reporting, does not
 * vanish because a page scrolls its pictures away.
 */
export function useKeptItem(page: TabPage, itemId: string | undefined): PageItem | undefined {
  const kept = useRef<PageItem | undefined>(undefined);
  if (itemId === undefined) return undefined;
  const found = page.items.find(({ id }) => id === itemId);
  if (found !== undefined) kept.current = found;
  return kept.current?.id === itemId ? kept.current : undefined;
}
