import { Card, Group, Pagination, SegmentedControl, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { SearchAnswer } from '../api/types';
import { Empty, Failure, WaitingRows } from '../app/States';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import { deepestPage, pageSize, type SearchSort, type SearchState } from './searchState';

interface Props {
  state: SearchState;
  answer: UseQueryResult<SearchAnswer>;
  change: (state: SearchState) => void;
}

export function Results({ state, answer, change }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { error, data } = answer;
  if (error && !(error instanceof Problem && error.code === 'query'))
    return <Failure error={error} retry={() => void answer.refetch()} />;
  if (error) return null;
  if (!data) return <WaitingRows rows={7} height={84} />;
  const pages = Math.ceil(data.total / pageSize);
  return (
    <section aria-label={t('search.results')} aria-busy={answer.isFetching}>
      <Group justify="space-between" mb="xs" mih={32}>
        <Text size="sm" role="status">
          {t('search.total', { total: format.count(data.total) })}
          <Text span c="dimmed" size="xs" ml="xs">
            {t('search.elapsed', { milliseconds: format.decimal(data.elapsedMilliseconds) })}
          </Text>
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('search.sort')}
          value={state.sort}
          onChange={(sort) => change({ ...state, sort: sort as SearchSort, page: 1 })}
          data={[
            { value: 'newest', label: t('search.newest') },
            { value: 'relevance', label: t('search.relevance') },
          ]}
        />
      </Group>
      <Card p={0} opacity={answer.isPlaceholderData ? 0.6 : 1}>
        {data.hits.length === 0 ? (
          <Empty title={t('search.nothing')}>{t('search.nothingHint')}</Empty>
        ) : (
          <Hits hits={data.hits} />
        )}
      </Card>
      {pages > 1 && (
        <Group justify="center" mt="md">
          <Pagination
            size="sm"
            total={Math.min(pages, deepestPage)}
            value={state.page}
            onChange={(page) => {
              change({ ...state, page });
              window.scrollTo({ top: 0 });
            }}
            getControlProps={(control) => ({ 'aria-label': t(`search.page.${control}`) })}
            getItemProps={(page) => ({ 'aria-label': t('search.page.number', { page }) })}
            siblings={1}
          />
        </Group>
      )}
    </section>
  );
}

function Hits({ hits }: { hits: SearchAnswer['hits'] }) {
  const { open } = useFeedbackLink();
  return hits.map((hit) => (
    <FeedbackRow key={hit.id} feedback={hit} highlights={hit.highlights} open={open} />
  ));
}
