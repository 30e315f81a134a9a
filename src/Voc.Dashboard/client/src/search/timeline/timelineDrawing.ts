import type { Drawing } from '../../charts/Drawing';
import { categoryAxis, chartStyle, valueAxis } from '../../charts/chartStyle';
import type { Bar } from './useTimeline';

export const timelineHeight = 104;

interface Words {
  label: string;
  count: string;
  /** Short name of a period, for the axis. */
  shortName: (value: string) => string;
  /** Full name of a period, for the tooltip. */
  nameOf: (value: string) => string;
  number: (value: number) => string;
}

/** How many texts fall into each period. */
export function timelineDrawing(bars: readonly Bar[], words: Words): Drawing {
  return {
    label: words.label,
    height: () => timelineHeight,
    option: ({ colours }) => {
      const style = chartStyle(colours);
      return {
        ...style,
        animation: false,
        grid: { ...style.grid, top: 8 },
        xAxis: categoryAxis(
          colours,
          bars.map((bar) => bar.value),
          words.shortName,
        ),
        yAxis: { ...valueAxis(colours), splitNumber: 2 },
        tooltip: {
          ...style.tooltip,
          formatter: ([bar]: { name: string; value: number }[]) =>
            bar ? `${words.nameOf(bar.name)}<br><b>${words.number(bar.value)}</b>` : '',
        },
        series: [
          {
            name: words.count,
            type: 'bar',
            barCategoryGap: bars.length > 120 ? '10%' : '25%',
            barMaxWidth: 36,
            cursor: 'pointer',
            itemStyle: { color: colours.accent },
            data: bars.map((bar) => bar.count),
          },
        ],
      };
    },
  };
}

/** The counts as a table that a spreadsheet opens, in a data address. */
export function timelineCsv(bars: readonly Bar[], period: string, count: string) {
  const lines = [`${period},${count}`, ...bars.map((bar) => `${bar.value},${bar.count}`)];
  // The mark at the beginning tells Excel that it is UTF-8.
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.join('\r\n')}\r\n`)}`;
}
