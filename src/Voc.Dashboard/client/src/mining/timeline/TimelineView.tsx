import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Amount, Controls } from '../controls/Controls';
import controlClasses from '../controls/Controls.module.css';
import { TermFilters } from '../controls/TermFilters';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { csvOf, miningQuery } from '../miningQuery';
import type { Timeline } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, number, texts } from '../options';
import { resultSetOf } from '../resultSet';
import { termOptions, termQueryOf } from '../termFilter';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { TimelineTable } from './TimelineTable';
import { measures, timelineDrawing } from './timelineDrawing';

const intervals = ['auto', 'day', 'week', 'month'] as const;
const mostTerms = 20;
const options = {
  ...termOptions,
  terms: texts(mostTerms),
  top: number(1, mostTerms, 5),
  interval: choice(intervals, 'auto'),
  measure: choice(measures, 'count'),
};

/** 推移: how often words are used as time goes on. */
export default function TimelineView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { terms, top, interval, measure } = chosen;
  const isChosen = terms.length > 0;
  const result = resultSetOf(search);
  const asked = {
    interval: interval === 'auto' ? undefined : interval,
    ...(isChosen ? { terms } : { ...termQueryOf(chosen), top }),
  };
  const answer = useQuery(miningQuery<Timeline>('timeline', result, asked));
  const { data } = answer;
  const drawing = useMemo(
    () =>
      data && data.series.length > 0 && data.intervals.length > 0
        ? timelineDrawing(data, measure, t, format)
        : null,
    [data, measure, t, format],
  );
  const { linkTo, pick } = useNarrowed(search);
  return (
    <MiningFrame
      view="timeline"
      search={search}
      answer={answer}
      chosen={[
        t(`mining.measure.${measure}`),
        data !== undefined && t(`mining.each.${data.interval}`),
        !isChosen && t('mining.mostFrequent', { words: data?.series.length ?? top }),
      ]}
      controls={
        <Controls>
          <TagsInput
            size="xs"
            w="20rem"
            maw="100%"
            label={t('mining.wordsToFollow')}
            classNames={{ label: controlClasses.label }}
            placeholder={isChosen ? undefined : t('mining.mostFrequent', { words: top })}
            value={terms}
            maxTags={mostTerms}
            acceptValueOnBlur
            clearable
            onChange={(terms) => set({ terms })}
          />
          {!isChosen && (
            <Amount
              label={t('mining.words')}
              value={top}
              min={1}
              max={mostTerms}
              step={1}
              choose={(top) => set({ top })}
            />
          )}
          <Alternatives
            label={t('mining.interval')}
            value={interval}
            options={intervals.map((value) => ({ value, label: t(`mining.intervalName.${value}`) }))}
            choose={(interval) => set({ interval })}
          />
          <Alternatives
            label={t('mining.countBy')}
            value={measure}
            options={measures.map((value) => ({ value, label: t(`mining.measure.${value}`) }))}
            choose={(measure) => set({ measure })}
          />
          {!isChosen && <TermFilters chosen={chosen} choose={set} />}
        </Controls>
      }
      drawing={drawing}
      onPick={pick()}
      table={data && <TimelineTable timeline={data} measure={measure} linkTo={linkTo} />}
      layout="below"
      csv={[{ label: t('charts.csv'), href: csvOf('timeline', result, asked) }]}
      empty={data && !drawing && <TooFew />}
    />
  );
}
