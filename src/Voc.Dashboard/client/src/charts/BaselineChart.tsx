import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '../api/types';
import { useFormat } from '../format/useFormat';
import { Chart } from './Chart';
import { placeMarks } from './placeMarks';
import { categoryAxis, chartStyle, valueAxis } from './chartStyle';
import { usePalette } from './usePalette';

interface Props {
  series: IssueDetail['series'];
  polarity: IssueDetail['polarity'];
  /** The day on which it was detected; a line marks it where it is among the days. */
  detectedOn: string;
  /** The day of a fix, where there is one; likewise. */
  fixedOn?: string | null;
  height?: number;
}

/** Count a day against what its own past lets expect: the band ends where a day becomes unusual. */
export function BaselineChart({ series, polarity, detectedOn, fixedOn, height = 240 }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const colours = usePalette();
  const option = useMemo(() => {
    const style = chartStyle(colours);
    const marks = [
      {
        day: detectedOn,
        name: t('charts.detectedOn'),
        color: colours[polarity],
        type: 'dashed' as const,
      },
      { day: fixedOn, name: t('charts.fixedOn'), color: colours.positive, type: 'solid' as const },
    ].filter(({ day }) => series.some((one) => one.date === day));
    const marked = placeMarks(
      marks.map(({ day }) => day!),
      series.map(({ date }) => date),
    );
    const rows = marked.some(({ row }) => row > 0) ? 2 : 1;
    return {
      ...style,
      // Room above for the names of the lines that mark a day.
      grid: { ...style.grid, top: 8 + 14 * rows },
      animationDuration: 300,
      xAxis: categoryAxis(
        colours,
        series.map((day) => day.date),
        format.day,
      ),
      yAxis: valueAxis(colours),
      series: [
        {
          name: t('charts.upper'),
          type: 'line',
          z: 1,
          step: 'middle',
          symbol: 'none',
          lineStyle: { width: 0 },
          itemStyle: { color: colours.band },
          areaStyle: { color: colours.band, opacity: 0.9 },
          data: series.map((day) => day.upper),
          tooltip: { valueFormatter: format.decimal },
        },
        {
          name: t('charts.count'),
          type: 'bar',
          z: 2,
          barCategoryGap: '35%',
          data: series.map((day) => ({
            value: day.count,
            itemStyle: { color: day.count > day.upper ? colours[polarity] : colours.neutral },
          })),
          itemStyle: { color: colours[polarity] },
          tooltip: { valueFormatter: format.count },
        },
        {
          name: t('charts.expected'),
          type: 'line',
          z: 3,
          symbol: 'none',
          lineStyle: { width: 1.5, type: 'dashed', color: colours.accent },
          itemStyle: { color: colours.accent },
          data: series.map((day) => day.expected),
          tooltip: { valueFormatter: format.decimal },
          markLine: {
            silent: true,
            symbol: 'none',
            label: { color: colours.text, fontSize: 11, position: 'end', rotate: 0 },
            data: marked.map(({ day, row, align }, at) => ({
              xAxis: day,
              label: { formatter: marks[at]!.name, distance: 3 + 14 * row, align },
              lineStyle: { color: marks[at]!.color, type: marks[at]!.type, width: 2 },
            })),
          },
        },
      ],
    };
  }, [series, polarity, detectedOn, fixedOn, colours, format, t]);
  return <Chart option={option} height={height} label={t('charts.baseline')} />;
}
