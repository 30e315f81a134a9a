import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source, SourceFlow as Flow } from '../api/types';
import { Failure, WaitingRows } from '../app/States';
import { Chart } from '../charts/Chart';
import { categoryAxis, chartStyle, valueAxis } from '../charts/chartStyle';
import { usePalette } from '../charts/usePalette';
import { useFormat } from '../format/useFormat';
import classes from './SourceDetails.module.css';
import { SourceQuality } from './SourceQuality';
import { sourceFlowQuery } from './sourceQueries';
import { fetchedKinds } from './sourceSettings';

/** How much a source brings in, and of what quality. */
export function SourceFlow({ source }: { source: Source }) {
  const flow = useQuery({ ...sourceFlowQuery(source.id), refetchInterval: 30_000 });
  if (flow.error && !flow.data) return <Failure error={flow.error} retry={() => void flow.refetch()} />;
  if (!flow.data) return <WaitingRows rows={2} height={60} />;
  return (
    <div className={classes.flow}>
      <Arrivals flow={flow.data} />
      <SourceQuality quality={flow.data.quality} isFetched={fetchedKinds.includes(source.kind)} />
    </div>
  );
}

function Arrivals({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<'hours' | 'days'>('days');
  const format = useFormat();
  const colours = usePalette();
  const bars = useMemo(
    () =>
      span === 'hours'
        ? flow.hours.map(({ at, count }) => ({ name: format.time(at), count }))
        : flow.days.map(({ day, count }) => ({ name: format.day(day), count })),
    [flow, span, format],
  );
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const option = useMemo(
    () => ({
      ...chartStyle(colours),
      animationDuration: 300,
      xAxis: categoryAxis(
        colours,
        bars.map(({ name }) => name),
        (name) => name,
      ),
      yAxis: valueAxis(colours),
      series: [
        {
          name: t('sources.flow.new'),
          type: 'bar',
          barCategoryGap: '28%',
          itemStyle: { color: colours.accent },
          data: bars.map(({ count }) => count),
          tooltip: { valueFormatter: (value: number) => format.count(value) },
        },
      ],
    }),
    [bars, colours, format, t],
  );
  return (
    <Stack gap="xs" miw={0}>
      <div className={classes.flowHead}>
        <Text size="sm" fw={600}>
          {t('sources.flow.arrived', { total: format.count(total) })}
        </Text>
        <SegmentedControl
          size="xs"
          value={span}
          onChange={(value) => setSpan(value as 'hours' | 'days')}
          data={[
            { value: 'hours', label: t('sources.flow.hours') },
            { value: 'days', label: t('sources.flow.days') },
          ]}
          aria-label={t('sources.flow.span')}
        />
      </div>
      <Chart option={option} height={150} label={t(`sources.flow.chart.${span}`)} anew />
    </Stack>
  );
}
