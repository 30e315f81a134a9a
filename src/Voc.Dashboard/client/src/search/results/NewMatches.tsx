import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { arrivals } from '../../live/arrivals';
import { countQuery } from '../archiveQueries';
import { searchQueryOf, type SearchState } from '../searchState';
import classes from './NewMatches.module.css';

interface Props {
  state: SearchState;
  total: number;
  refresh: () => void;
}

const interval = 8_000;

/** Says how many more are found by now, where feedback has arrived since the list was read; the list itself stays. */
export function NewMatches({ state, total, refresh }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useTotalNow(state);
  if (now === null || now <= total) return null;
  return (
    <div className={classes.bar} aria-live="polite">
      <Button size="compact-xs" variant="light" onClick={refresh}>
        {t('search.arrived', { total: format.count(now - total) })}
      </Button>
    </div>
  );
}

/** The total counted again whenever something has arrived, but no more often than every few seconds; null before that. */
function useTotalNow(state: SearchState) {
  const client = useQueryClient();
  const query = JSON.stringify(searchQueryOf(state));
  const [counted, setCounted] = useState<{ query: string; total: number } | null>(null);
  useEffect(() => {
    let known = arrivals.get().pushed;
    let isCurrent = true;
    const count = async () => {
      const { pushed } = arrivals.get();
      if (pushed === known || document.visibilityState === 'hidden') return;
      known = pushed;
      const answer = await client
        .fetchQuery({ ...countQuery(JSON.parse(query) as ReturnType<typeof searchQueryOf>), staleTime: 0 })
        // It will be counted again; there is nothing to tell.
        .catch(() => null);
      if (isCurrent && answer) setCounted({ query, total: answer.total });
    };
    const timer = setInterval(() => void count(), interval);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [client, query]);
  return counted?.query === query ? counted.total : null;
}
