import type { TFunction } from 'i18next';
import { chartStyle, valueAxis } from '../../charts/chartStyle';
import type { Drawing } from '../../charts/Drawing';
import { legend } from '../../charts/legend';
import { nameAxis, nameWidth } from '../../charts/nameAxis';
import type { Format } from '../../format/format';
import type { KeywordRow } from '../miningTypes';
import { both } from '../narrowed';

/** Bars no picture has more of; the table has them all. */
export const mostBars = 60;
const barHeight = 21;
const sentiments = ['negative', 'neutral', 'positive'] as const;

interface Options {
  count: 'texts' | 'occurrences';
  split: boolean;
}

/** The most frequent words as bars, by choice in parts by sentiment. */
export function keywordsDrawing(
  all: readonly KeywordRow[],
  { count, split }: Options,
  t: TFunction,
  format: Format,
): Drawing {
  const rows = all.slice(0, mostBars);
  const names = rows.map((row) => row.term);
  const left = nameWidth(names);
  const top = split ? 28 : 8;
  return {
    label: t('mining.drawn.keywords', { words: rows.length }),
    height: () => rows.length * barHeight + top + 26,
    option: ({ colours }) => {
      const style = chartStyle(colours);
      const total = {
        show: true,
        position: 'right',
        color: colours.dimmed,
        fontSize: 11,
        formatter: ({ dataIndex }: { dataIndex: number }) => format.count(rows[dataIndex]![count]),
      };
      const bar = {
        type: 'bar',
        stack: 'all',
        barCategoryGap: '28%',
        cursor: 'pointer',
        emphasis: { focus: 'none' },
        tooltip: { valueFormatter: (value: number) => format.count(value) },
      };
      return {
        ...style,
        tooltip: { ...style.tooltip, confine: true },
        grid: { left, right: 52, top, bottom: 22, outerBoundsMode: 'none' },
        ...(split && {
          legend: legend(
            colours,
            sentiments.map((label) => t(`feedback.sentiment.${label}`)),
          ),
        }),
        xAxis: valueAxis(colours),
        yAxis: nameAxis(colours, names, left),
        series: split
          ? sentiments.map((label, at) => ({
              ...bar,
              name: t(`feedback.sentiment.${label}`),
              itemStyle: { color: colours[label] },
              label: at === sentiments.length - 1 ? total : undefined,
              data: rows.map((row) => ({ value: row[label], query: both(row.query, `sentiment:${label}`) })),
            }))
          : [
              {
                ...bar,
                name: t(`mining.${count}`),
                itemStyle: { color: colours.accent },
                label: total,
                data: rows.map((row) => ({ value: row[count], query: row.query })),
              },
            ],
      };
    },
  };
}
