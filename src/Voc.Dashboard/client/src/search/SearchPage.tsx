import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client';
import type { SearchAnswer } from '../api/types';
import { Page } from '../app/Page';
import { FacetRail } from './FacetRail';
import { QueryBox } from './QueryBox';
import { Results } from './Results';
import classes from './SearchPage.module.css';
import { readSearch, searchQueryOf, writeSearch, type SearchState } from './searchState';

export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const state = readSearch(parameters);
  const query = searchQueryOf(state);
  const answer = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/search', query, signal),
    placeholderData: keepPreviousData,
  });
  const change = (next: SearchState) => setParameters((before) => writeSearch(before, next));

  return (
    <Page title={t('app.nav.search')}>
      <QueryBox
        q={state.q}
        error={answer.error}
        busy={answer.isFetching}
        search={(q) => change({ ...state, q, page: 1 })}
      />
      <div className={classes.columns}>
        <FacetRail state={state} facets={answer.data?.facets} change={change} />
        <Results state={state} answer={answer} change={change} />
      </div>
    </Page>
  );
}
