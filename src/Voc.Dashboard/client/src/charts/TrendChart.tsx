import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Chart } from './Chart';
import { categoryAxis, chartStyle, valueAxis } from './chartStyle';
import { usePalette } from './usePalette';

const labels = ['negative', 'neutral', 'positive'] as const;

/** Feedback a day, stacked by sentiment; the last bar is today's and grows. */
export function TrendChart({ points, height = 248 }: { points: TrendPoint[]; height?: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const colours = usePalette();
  const option = useMemo(
    () => ({
      ...chartStyle(colours),
      animationDuration: 300,
      xAxis: categoryAxis(
        colours,
        points.map((point) => point.date),
        format.day,
      ),
      yAxis: valueAxis(colours),
      series: labels.map((label) => ({
        name: t(`feedback.sentiment.${label}`),
        type: 'bar',
        stack: 'sentiment',
        barCategoryGap: '28%',
        itemStyle: { color: colours[label] },
        emphasis: { focus: 'none' },
        data: points.map((point) => point[label]),
        tooltip: { valueFormatter: (value: number) => format.count(value) },
      })),
      tooltip: { ...chartStyle(colours).tooltip, order: 'seriesDesc' },
    }),
    [points, colours, format, t],
  );
  return <Chart option={option} height={height} label={t('charts.trend', { days: points.length })} />;
}
