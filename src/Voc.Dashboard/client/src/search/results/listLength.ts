import type { SearchHit } from '../../api/types';
import { deepest, pageSize } from '../archiveQueries';

/** What is known of the length of a list in which near-duplicates are folded. */
export interface Extent {
  /** The number of the last page that is known to be full, counted from 0; -1 for none. */
  full: number;
  /** Where the list ends; null where that is not known yet. */
  end: number | null;
}

export const unknown: Extent = { full: -1, end: null };

/** Adds what pages tell that were read. */
export function extended(before: Extent, pages: ReadonlyMap<number, readonly SearchHit[]>): Extent {
  let { full, end } = before;
  for (const [page, hits] of pages)
    if (hits.length === pageSize) full = Math.max(full, page);
    else end = Math.min(end ?? Infinity, page * pageSize + hits.length);
  return full === before.full && end === before.end ? before : { full, end };
}

/**
 * How many rows a list has. How many near-duplicates are folded all in all is not known before its end was seen: it is guessed
 * from the first page, and corrected while one scrolls.
 */
export function listLength(
  total: number,
  folds: boolean,
  first: readonly SearchHit[],
  { full, end }: Extent,
) {
  const most = Math.min(total, deepest(folds));
  if (!folds) return most;
  if (end !== null) return Math.min(most, end);
  const stoodFor = first.reduce((sum, hit) => sum + 1 + hit.similar, 0);
  const guess = Math.ceil((total * first.length) / Math.max(1, stoodFor));
  return Math.min(most, Math.max(guess, (full + 2) * pageSize));
}
