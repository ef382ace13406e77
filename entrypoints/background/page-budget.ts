/**
 * Most ranged reads, and bytes, made from the background for one document: three thousand pictures of other sites at one
 * small read each fit with room to spare. What goes beyond waits for a person's word.
 */
export const MAX_READS_PER_PAGE = 4000;
export const MAX_BYTES_PER_PAGE = 96 * 1024 * 1024;

/** Documents whose spending is remembered; the oldest begin anew. */
const PAGES_KEPT = 200;

type Spent = { readonly reads: number; readonly bytes: number };

/** What documents have spent. */
export type PageBudget = {
  hasLeft(page: string): boolean;
  spend(page: string, spent: Spent): void;
};

/** Counts what was read for each document, by a key that is the document's own. */
export function pageBudget(): PageBudget {
  const pages = new Map<string, Spent>();
  const spentBy = (page: string): Spent => pages.get(page) ?? { reads: 0, bytes: 0 };
  return {
    hasLeft(page) {
      const { reads, bytes } = spentBy(page);
      return reads < MAX_READS_PER_PAGE && bytes < MAX_BYTES_PER_PAGE;
    },
    spend(page, { reads, bytes }) {
      const before = spentBy(page);
      pages.delete(page);
      pages.set(page, { reads: before.reads + reads, bytes: before.bytes + bytes });
      for (const oldest of pages.keys()) {
        if (pages.size <= PAGES_KEPT) return;
        pages.delete(oldest);
      }
    },
  };
}
