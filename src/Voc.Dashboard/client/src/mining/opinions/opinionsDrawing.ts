import type { TFunction } from 'i18next';
import { chartStyle, valueAxis } from '../../charts/chartStyle';
import type { Drawing } from '../../charts/Drawing';
import { legend } from '../../charts/legend';
import { nameAxis, nameWidth } from '../../charts/nameAxis';
import type { Format } from '../../format/format';
import type { OpinionTargetRow } from '../miningTypes';

const barHeight = 23;
const top = 28;

/** Praise to the right and criticism to the left of each target. */
export function opinionsDrawing(rows: readonly OpinionTargetRow[], t: TFunction, format: Format): Drawing {
  const names = rows.map((row) => row.target);
  const left = nameWidth(names);
  const most = Math.max(1, ...rows.map((row) => Math.max(row.positive, row.negative)));
  const count = (value: number) => format.count(Math.abs(value));
  return {
    label: t('mining.drawn.opinions', { targets: rows.length }),
    height: () => rows.length * barHeight + top + 26,
    option: ({ colours }) => {
      const style = chartStyle(colours);
      const sides = [
        { label: 'negative', sign: -1, position: 'left' },
        { label: 'positive', sign: 1, position: 'right' },
      ] as const;
      return {
        ...style,
        tooltip: { ...style.tooltip, confine: true },
        grid: { left, right: 16, top, bottom: 22, outerBoundsMode: 'none' },
        legend: legend(
          colours,
          sides.map(({ label }) => t(`feedback.sentiment.${label}`)),
        ),
        xAxis: {
          ...valueAxis(colours),
          // As far to the left as to the right, with room for the figures.
          min: -most * 1.12,
          max: most * 1.12,
          splitLine: { ...valueAxis(colours).splitLine, showMinLine: false, showMaxLine: false },
          axisLabel: {
            color: colours.dimmed,
            fontSize: 11,
            formatter: count,
            showMinLabel: false,
            showMaxLabel: false,
          },
        },
        yAxis: { ...nameAxis(colours, names, left), axisLine: { show: false } },
        series: sides.map(({ label, sign, position }) => ({
          name: t(`feedback.sentiment.${label}`),
          type: 'bar',
          stack: 'all',
          barCategoryGap: '30%',
          cursor: 'pointer',
          emphasis: { focus: 'none' },
          itemStyle: { color: colours[label] },
          label: {
            show: true,
            position,
            color: colours.dimmed,
            fontSize: 11,
            formatter: ({ value }: { value: number }) => (value === 0 ? '' : count(value)),
          },
          tooltip: { valueFormatter: count },
          data: rows.map((row) => ({ value: sign * row[label], query: row[`${label}Query`] })),
        })),
      };
    },
  };
}
