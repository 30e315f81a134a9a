import type { IssueSummary } from '../api/types';

export interface HeldBoard {
  /** What is shown, in the order the reader knows. */
  items: IssueSummary[];
  /** Issues that wait to be shown, because they would move what is being read. */
  waiting: number;
  /** Issues that the filter no longer has but that keep their place for now. */
  gone: ReadonlySet<number>;
}

/**
 * What a reader in the middle of a board sees when another list has come: the rows stay where they are and show what is new of
 * them, what comes behind the last is added, and what belongs between waits.
 * @param left Issues the reader himself has moved out of the list.
 */
export function mergeBoard(
  shown: readonly IssueSummary[],
  fresh: readonly IssueSummary[],
  left: ReadonlySet<number>,
): HeldBoard {
  const byId = new Map(fresh.map((issue) => [issue.id, issue]));
  const known = new Set(shown.map((issue) => issue.id));
  const last = fresh.findLastIndex((issue) => known.has(issue.id));
  const kept = shown.filter((issue) => byId.has(issue.id) || !left.has(issue.id));
  return {
    items: [
      ...kept.map((issue) => byId.get(issue.id) ?? issue),
      ...fresh.slice(last + 1).filter((issue) => last >= 0 && !known.has(issue.id)),
    ],
    waiting: fresh.filter((issue, at) => !known.has(issue.id) && (at < last || last < 0)).length,
    gone: new Set(kept.filter((issue) => !byId.has(issue.id)).map((issue) => issue.id)),
  };
}
