import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { IssueList, IssueSummary } from '../api/types';
import { apiQueryOf, type BoardFilter } from './boardAddress';
import { boardQuery } from './issueQueries';
import { mergeBoard, type HeldBoard } from './mergeBoard';

interface Shown extends HeldBoard {
  key: string;
  /** The list it was made of. */
  of: IssueList;
  /** When the newest change was that the reader has seen from the start. */
  since: string;
  held: boolean;
}

const none: ReadonlySet<number> = new Set();

/**
 * The issues of a board. What comes by push takes its place at once, unless the reader is in the middle of the list: then rows only
 * show what is new of them, and new issues wait.
 */
export function useBoardList(filter: BoardFilter, limit: number, offset: number, isHeld: boolean) {
  const query = useQuery(boardQuery(filter, limit, offset));
  const [shown, setShown] = useState<Shown | null>(null);
  const [left, setLeft] = useState(none);
  const key = JSON.stringify([apiQueryOf(filter), offset]);
  const list = query.isPlaceholderData ? undefined : query.data;
  const held = isHeld && shown?.key === key;
  if (list && (shown?.of !== list || shown.key !== key || (shown.held && !held))) {
    const rows = held
      ? mergeBoard(shown.items, list.items, left)
      : { items: list.items, waiting: 0, gone: none };
    const since = shown?.key === key ? shown.since : latest(list.items);
    setShown({ ...rows, key, of: list, since, held });
  }
  const adopt = () =>
    setShown((now) => now && { ...now, items: now.of.items, waiting: 0, gone: none, held: false });
  /** The reader has moved an issue out of the list himself: its row need not keep its place. */
  const leave = useCallback((id: number) => setLeft((now) => new Set(now).add(id)), []);
  return {
    list: query.data,
    items: shown?.items,
    waiting: shown?.waiting ?? 0,
    gone: shown?.gone ?? none,
    since: shown?.since ?? '',
    isCurrent: shown?.key === key,
    isFetchingMore: query.isPlaceholderData,
    error: query.error,
    retry: () => void query.refetch(),
    adopt,
    leave,
  };
}

const latest = (items: readonly IssueSummary[]) =>
  items.reduce((last, issue) => (issue.updatedAt > last ? issue.updatedAt : last), '');
