import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Controls, OneOf, OnOff } from '../controls/Controls';
import { TermFilters } from '../controls/TermFilters';
import { useTermWords } from '../controls/useTermWords';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { csvOf, miningQuery } from '../miningQuery';
import type { Keywords } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, flag } from '../options';
import { resultSetOf } from '../resultSet';
import { termOptions, termQueryOf } from '../termFilter';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { KeywordsTable } from './KeywordsTable';
import { keywordsDrawing, mostBars } from './keywordsDrawing';

const options = {
  ...termOptions,
  count: choice(['texts', 'occurrences'], 'texts'),
  words: choice(['20', '40', '60', '100', '200', '500'], '40'),
  split: flag(true),
};

/** 頻出語: which words are used most. */
export default function KeywordsView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { count, words } = chosen;
  const split = chosen.split && count === 'texts';
  const result = resultSetOf(search);
  const asked = { ...termQueryOf(chosen), sort: count, limit: words };
  const answer = useQuery(miningQuery<Keywords>('keywords', result, asked));
  const rows = answer.data?.rows;
  const { linkTo, pick } = useNarrowed(search);
  const wordsOf = useTermWords();
  const drawing = useMemo(
    () => (rows && rows.length > 0 ? keywordsDrawing(rows, { count, split }, t, format) : null),
    [rows, count, split, t, format],
  );
  return (
    <MiningFrame
      view="keywords"
      search={search}
      answer={answer}
      chosen={[
        t(`mining.by.${count}`),
        ...wordsOf(chosen),
        answer.data !== undefined &&
          t('mining.ofWords', {
            shown: format.count(answer.data.rows.length),
            words: format.count(answer.data.distinct),
          }),
        (rows?.length ?? 0) > mostBars && t('mining.drawnFirst', { bars: mostBars }),
      ]}
      controls={
        <Controls>
          <Alternatives
            label={t('mining.countBy')}
            value={count}
            options={(['texts', 'occurrences'] as const).map((value) => ({
              value,
              label: t(`mining.${value}`),
            }))}
            choose={(count) => set({ count })}
          />
          <OneOf
            label={t('mining.words')}
            value={words}
            options={(['20', '40', '60', '100', '200', '500'] as const).map((value) => ({
              value,
              label: t('mining.first', { words: value }),
            }))}
            choose={(words) => set({ words })}
          />
          <TermFilters chosen={chosen} choose={set} />
          {count === 'texts' && (
            <OnOff label={t('mining.split')} value={chosen.split} choose={(split) => set({ split })} />
          )}
        </Controls>
      }
      drawing={drawing}
      onPick={pick([rows?.map(({ term, query }) => ({ name: term, query })) ?? []])}
      table={rows && <KeywordsTable rows={rows} linkTo={linkTo} />}
      csv={[{ label: t('charts.csv'), href: csvOf('keywords', result, asked) }]}
      empty={rows?.length === 0 && <TooFew />}
    />
  );
}
