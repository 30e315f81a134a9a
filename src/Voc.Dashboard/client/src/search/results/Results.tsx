import { Alert, Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { Explanation } from '../explain/Explanation';
import { chosenCount, unfiltered, type SearchState, type SearchView } from '../searchState';
import type { SearchAnswer } from '../../api/types';
import { Timeline } from '../timeline/Timeline';
import type { ChangeSearch, ChangeView } from '../useSearchAddress';
import { HitList, type ListHandle } from './HitList';
import { NewMatches } from './NewMatches';
import { ResultHead } from './ResultHead';

interface Props {
  state: SearchState;
  view: SearchView;
  answer: UseQueryResult<SearchAnswer>;
  listRef: RefObject<ListHandle | null>;
  change: ChangeSearch;
  look: ChangeView;
  refresh: () => void;
}

export function Results({ state, view, answer, listRef, change, look, refresh }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { error, data } = answer;
  const isCurrent = !answer.isPlaceholderData;
  const isQueryProblem = error instanceof Problem && error.code === 'query';
  return (
    <section aria-label={t('search.results')} aria-busy={answer.isFetching}>
      {error && !isQueryProblem && <Failure error={error} retry={() => void answer.refetch()} />}
      {!error && !data && <WaitingRows rows={7} height={84} />}
      {!error && data && (
        <>
          <Timeline {...{ state, isCurrent, change, look }} mode={view.timeline} answer={data} />
          <ResultHead {...{ state, view, isCurrent, change, look }} answer={data} />
          {view.explain && data.total > 0 && (
            <Explanation
              state={state}
              change={change}
              close={() => look({ explain: false }, { replace: true })}
            />
          )}
          {data.unindexed > 0 && (
            <Alert color="yellow" py={6} mb="xs">
              {t('search.unindexed', { total: format.count(data.unindexed) })}
            </Alert>
          )}
          <NewMatches state={state} total={data.total} refresh={refresh} />
          {data.total === 0 ? (
            <>
              <Nothing state={state} change={change} />
              <Explanation state={state} change={change} close={null} />
            </>
          ) : (
            <HitList
              state={state}
              view={view}
              answer={data}
              isCurrent={isCurrent}
              handleRef={listRef}
              change={change}
              look={look}
            />
          )}
        </>
      )}
    </section>
  );
}

function Nothing({ state, change }: { state: SearchState; change: ChangeSearch }) {
  const { t } = useTranslation();
  return (
    <Empty title={t('search.nothing')}>
      <p>{t('search.nothingHint')}</p>
      {chosenCount(state) > 0 && (
        <Button size="xs" variant="default" onClick={() => change(unfiltered(state))}>
          {t('search.clear')}
        </Button>
      )}
      {state.q && !state.synonyms && (
        <Button size="xs" variant="default" ml="xs" onClick={() => change({ synonyms: true })}>
          {t('search.synonyms')}
        </Button>
      )}
    </Empty>
  );
}
