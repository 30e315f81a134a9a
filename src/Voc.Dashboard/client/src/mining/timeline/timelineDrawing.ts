import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import type { TFunction } from 'i18next';
import { categoryAxis, chartStyle, valueAxis } from '../../charts/chartStyle';
import { seriesColours } from '../../charts/colours';
import type { Drawing } from '../../charts/Drawing';
import { fitted, textWidth } from '../../charts/textWidth';
import type { Format } from '../../format/format';
import type { Timeline } from '../miningTypes';
import { both } from '../narrowed';

echarts.use([LabelLayout]);

export const measures = ['count', 'share'] as const;
export type Measure = (typeof measures)[number];

const height = 400;
const labelSize = 12;
const longestLabel = 120;
const mostSymbols = 100;

/** A line for each word, named at its end. */
export function timelineDrawing(timeline: Timeline, measure: Measure, t: TFunction, format: Format): Drawing {
  const { intervals, series, interval } = timeline;
  const show = measure === 'count' ? format.count : format.percent;
  const labels = series.map(({ term }) => fitted(term, labelSize, longestLabel));
  const right = Math.max(...labels.map((label) => textWidth(label, labelSize))) + 16;
  const years = new Set(intervals.map(({ start }) => start.slice(0, 4)));
  const nameOf = (start: string) =>
    interval === 'month'
      ? format.month(start.slice(0, 7))
      : years.size > 1
        ? format.calendarDate(start)
        : format.day(start);
  return {
    label: t('mining.drawn.timeline', { words: series.length, intervals: intervals.length }),
    height: () => height,
    option: ({ colours, width }) => {
      const style = chartStyle(colours);
      const own = seriesColours(colours);
      const hasEndLabels = width >= 420;
      return {
        ...style,
        tooltip: { ...style.tooltip, confine: true, order: 'valueDesc', axisPointer: { type: 'line' } },
        grid: { ...style.grid, right: hasEndLabels ? right : 12 },
        xAxis: {
          ...categoryAxis(
            colours,
            intervals.map(({ start }) => start),
            nameOf,
          ),
          boundaryGap: false,
        },
        yAxis: {
          ...valueAxis(colours),
          ...(measure === 'share' && {
            minInterval: 0,
            axisLabel: { ...valueAxis(colours).axisLabel, formatter: format.percent },
          }),
        },
        series: series.map((line, at) => ({
          type: 'line',
          name: line.term,
          cursor: 'pointer',
          symbolSize: 5,
          showSymbol: intervals.length <= mostSymbols,
          lineStyle: { width: 2, type: at < own.length ? 'solid' : 'dashed' },
          color: own[at % own.length],
          emphasis: { focus: 'series' },
          endLabel: {
            show: hasEndLabels,
            formatter: labels[at],
            color: own[at % own.length],
            fontSize: labelSize,
            fontWeight: 600,
          },
          labelLayout: { moveOverlap: 'shiftY' },
          tooltip: { valueFormatter: (value: number | null) => (value === null ? '–' : show(value)) },
          data: intervals.map(({ query, partial }, index) => ({
            value: measure === 'count' ? line.counts[index]! : line.shares[index]!,
            // Hollow where the interval is cut short.
            symbol: partial ? 'emptyCircle' : 'circle',
            query: line.counts[index]! > 0 ? both(line.query, query) : undefined,
          })),
        })),
      };
    },
  };
}
