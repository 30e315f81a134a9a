import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Amount, Controls } from '../controls/Controls';
import { QueryField } from '../controls/QueryField';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { csvOf } from '../miningQuery';
import type { Concordance as Answer } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, number, text } from '../options';
import { resultSetOf, type ResultSet } from '../resultSet';
import { useOptions } from '../useOptions';
import { Concordance } from './Concordance';

const orders = ['left', 'right', 'date', 'oldest', 'score'] as const;
const pageSize = 100;
const options = {
  word: text(),
  order: choice(orders, 'right'),
  context: number(10, 200, 40),
};

type Asked = { word: string; sort: string; context: number };

const concordanceQuery = (result: ResultSet, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['mining', 'kwic', result, asked],
    queryFn: ({ signal, pageParam }) =>
      api.get<Answer>('/mining/kwic', { ...result, ...asked, limit: pageSize, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.lines.length, 0);
      return last.lines.length > 0 && read < last.occurrences ? read : undefined;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** KWIC: every place where a word is used, one below the other. */
export default function KwicView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ word, order, context }, set] = useOptions(options);
  const result = resultSetOf(search);
  const asked = { word, sort: order, context };
  const hasWord = word !== '' || search.q.trim() !== '';
  const answer = useInfiniteQuery({ ...concordanceQuery(result, asked), enabled: hasWord });
  const first = answer.data?.pages[0];
  const lines = useMemo(() => answer.data?.pages.flatMap((page) => page.lines) ?? [], [answer.data]);
  return (
    <MiningFrame
      view="kwic"
      title={first && t('mining.kwicTitle', { keyword: first.keyword })}
      search={search}
      answer={{ ...answer, data: first }}
      chosen={[
        first &&
          t('mining.occurrencesInTexts', {
            occurrences: format.count(first.occurrences),
            texts: format.count(first.texts),
          }),
        t(`mining.sorted.${order}`),
      ]}
      controls={
        <Controls>
          <QueryField
            label={t('mining.keyword')}
            placeholder={search.q.trim() || t('mining.keywordHint')}
            value={word}
            choose={(word) => set({ word })}
          />
          <Alternatives
            label={t('mining.order')}
            value={order}
            options={orders.map((value) => ({ value, label: t(`mining.kwicOrder.${value}`) }))}
            choose={(order) => set({ order })}
          />
          <Amount
            label={t('mining.context')}
            value={context}
            min={10}
            max={200}
            step={10}
            show={(value) => t('mining.characters', { characters: value })}
            choose={(context) => set({ context })}
          />
        </Controls>
      }
      drawing={null}
      table={
        first && (
          <Concordance
            lines={lines}
            occurrences={first.occurrences}
            more={{
              isLoading: answer.isFetchingNextPage,
              load: () => {
                if (answer.hasNextPage && !answer.isFetching) void answer.fetchNextPage();
              },
            }}
          />
        )
      }
      csv={[{ label: t('mining.csvAllLines'), href: csvOf('kwic', result, asked) }]}
      empty={
        !hasWord ? (
          <TooFew>{t('mining.needsKeyword')}</TooFew>
        ) : (
          first?.occurrences === 0 && <TooFew>{t('mining.noOccurrences')}</TooFew>
        )
      }
    />
  );
}
