import { useDebouncedValue } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../api/types';
import { pageQuery, pageSize } from '../archiveQueries';
import type { ApiQuery } from '../searchState';
import { extended, listLength, unknown } from './listLength';

/** Pages that are neither shown nor just rushed past are not asked for. */
const pause = 60;
/** Rows before and after those shown that are fetched ahead. */
const behind = 10;
const ahead = 30;

/** The pages that rows from one to another are on, with those that will be wanted next. */
export function pagesFor(first: number, last: number) {
  const pages = [];
  const end = Math.floor((last + ahead) / pageSize);
  for (let page = Math.floor(Math.max(0, first - behind) / pageSize); page <= end; page++) pages.push(page);
  return pages;
}

interface Options {
  query: ApiQuery;
  answer: SearchAnswer;
  /** False while the answer is that of the search before. */
  isCurrent: boolean;
  /** The first and the last row that are looked at. */
  first: number;
  last: number;
}

/** Hits by their place in the whole answer, fetched a page at a time where the list is looked at. */
export function useHitPages({ query, answer, isCurrent, first, last }: Options) {
  const search = JSON.stringify(query);
  const [known, setKnown] = useState({ search, extent: unknown });
  const [pages] = useDebouncedValue(pagesFor(first, last).join(), pause, { leading: true });
  const before = known.search === search ? known.extent : unknown;
  const rowsBefore = listLength(answer.total, query.fold, answer.hits, before);
  const wanted = pages
    .split(',')
    .map(Number)
    .filter((page) => page > 0 && page * pageSize < rowsBefore);
  const answers = useQueries({
    queries: wanted.map((page) => ({ ...pageQuery(query, page), enabled: isCurrent })),
  });
  const loaded = new Map<number, SearchHit[]>([[0, answer.hits]]);
  wanted.forEach((page, at) => {
    const hits = answers[at]?.data?.hits;
    if (hits) loaded.set(page, hits);
  });
  const extent = isCurrent ? extended(before, loaded) : before;
  if (known.search !== search || known.extent !== extent) setKnown({ search, extent });
  const failed = answers.filter((one) => one.error);
  return {
    rows: listLength(answer.total, query.fold, answer.hits, extent),
    /** Whether the number of rows is final. */
    isExact: !query.fold || extent.end !== null,
    hitAt: (index: number): SearchHit | undefined =>
      loaded.get(Math.floor(index / pageSize))?.[index % pageSize],
    isFetching: answers.some((one) => one.isFetching),
    error: failed[0]?.error ?? null,
    retry: () => failed.forEach((one) => void one.refetch()),
  };
}
