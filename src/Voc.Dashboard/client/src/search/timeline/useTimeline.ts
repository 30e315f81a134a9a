import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countQuery } from '../archiveQueries';
import { intervalOf, spanOf, withoutGaps, type Interval } from '../periods';
import { searchQueryOf, type SearchState } from '../searchState';
import type { SearchAnswer } from '../../api/types';

export interface Bar {
  value: string;
  count: number;
}

/** Counts over time, in days, weeks or months as the span has it. Months come with every answer; the others are asked for. */
export function useTimeline(state: SearchState, answer: SearchAnswer, isAsked: boolean) {
  const months = answer.facets.month;
  const span = spanOf(months ?? [], state.from, state.to);
  const interval: Interval = span ? intervalOf(span.first, span.last) : 'month';
  const counts = useQuery({
    ...countQuery(searchQueryOf(state), interval),
    enabled: isAsked && interval !== 'month',
    placeholderData: keepPreviousData,
  });
  const values = interval === 'month' ? months : counts.data?.facets[interval];
  const bars: Bar[] | undefined = useMemo(() => values && withoutGaps(interval, values), [values, interval]);
  return { interval, bars };
}
