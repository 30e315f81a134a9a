import { NativeSelect, Switch, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { customersQuery, pageSize } from '../archiveQueries';
import { searchQueryOf, sorts, type SearchSort, type SearchState, type SearchView } from '../searchState';
import type { SearchAnswer } from '../../api/types';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import classes from './ResultHead.module.css';

interface Props {
  state: SearchState;
  view: SearchView;
  answer: SearchAnswer;
  /** False while the answer is that of the search before. */
  isCurrent: boolean;
  change: ChangeSearch;
  look: ChangeView;
}

/** How many were found and in which order they stand; stays in sight while the list scrolls. */
export function ResultHead({ state, view, answer, isCurrent, change, look }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const customers = useQuery({
    ...customersQuery(searchQueryOf(state)),
    enabled: isCurrent && answer.total > 0,
  });
  return (
    <div className={classes.head}>
      <div className={classes.counts}>
        <span role="status" className={classes.total}>
          {t('search.total', { total: format.count(answer.total) })}
        </span>
        {customers.data?.customers ? (
          <span>{t('search.customers', { customers: format.count(customers.data.customers) })}</span>
        ) : null}
        {customers.data?.repetitions ? (
          <span>{t('search.repetitions', { repetitions: format.count(customers.data.repetitions) })}</span>
        ) : null}
        {answer.folded > 0 && answer.hits.length < pageSize && (
          <span>{t('search.folded', { folded: format.count(answer.folded) })}</span>
        )}
        <span className={classes.elapsed}>
          {t('search.elapsed', { milliseconds: format.decimal(answer.elapsedMilliseconds) })}
        </span>
        {answer.total > 0 && (
          <UnstyledButton
            className={classes.explain}
            aria-expanded={view.explain}
            onClick={() => look({ explain: !view.explain }, { replace: true })}
          >
            {t('search.explain')}
          </UnstyledButton>
        )}
      </div>
      <div className={classes.order}>
        <Switch
          size="xs"
          label={t('search.fold')}
          checked={state.fold}
          onChange={(event) => change({ fold: event.currentTarget.checked })}
        />
        <NativeSelect
          size="xs"
          aria-label={t('search.sort')}
          value={state.sort}
          onChange={(event) => change({ sort: event.currentTarget.value as SearchSort })}
          data={sorts.map((value) => ({ value, label: t(`search.order.${value}`) }))}
        />
      </div>
    </div>
  );
}
