import type { TFunction } from 'i18next';
import type { Palette } from '../app/palette';
import type { SettingOutcome } from '../api/types';
import { chartStyle, valueAxis } from '../charts/chartStyle';
import type { Drawing } from '../charts/Drawing';
import { tooltipOf } from '../charts/tooltip';
import type { Format } from '../format/format';

const height = 366;
/** Few false alarms lie apart, many close together, and none has a place too. */
export const placeOf = (perYear: number) => Math.log2(1 + perYear);
const rateAt = (place: number) => 2 ** place - 1;

type Measured = SettingOutcome & { falseAlarms: NonNullable<SettingOutcome['falseAlarms']> };
type Point = [x: number, y: number | null] | ['-', '-'];

export const measured = (settings: readonly SettingOutcome[]) =>
  settings.filter((one): one is Measured => one.falseAlarms !== null);

/** Ends of the intervals as a broken line: two points for each, and a gap. */
export const intervals = (points: readonly Measured[], of: (one: Measured) => number | null): Point[] =>
  points.flatMap((one): Point[] => {
    const y = of(one);
    const { low, high } = one.falseAlarms;
    return y === null
      ? []
      : [
          [placeOf(low), y],
          [placeOf(high), y],
          ['-', '-'],
        ];
  });

/** Real issues found above, how late below, both against measured false alarms a year. */
export function curveDrawing(
  settings: readonly SettingOutcome[],
  chosen: number,
  t: TFunction,
  format: Format,
): Drawing | null {
  const points = measured(settings);
  if (points.length === 0) return null;
  const hasReal = points.some(({ real }) => real > 0);
  const count = (one: Measured) => (hasReal ? one.found : one.alarms);
  const delay = (one: Measured) => one.medianDays;
  const hasDelay = points.some((one) => one.medianDays !== null);
  const mark = points.find((one) => one.falseAlarmsPerYear === chosen);
  return {
    label: t('replay.curveDrawn'),
    height: () => (hasDelay ? height : height / 2 + 30),
    option: ({ colours }) => {
      const style = chartStyle(colours);
      const tooltip = (one: Measured) =>
        tooltipOf(`${t('replay.column.setting')}: ${format.decimal(one.falseAlarmsPerYear)}`, [
          [t('replay.axis.rate'), format.decimal(one.falseAlarms.perYear)],
          [
            t('replay.column.interval'),
            `${format.decimal(one.falseAlarms.low)}–${format.decimal(one.falseAlarms.high)}`,
          ],
          [t('replay.axis.found'), `${one.found} / ${one.real}`],
          [t('replay.axis.alarms'), format.count(one.alarms)],
          [t('replay.axis.median'), one.medianDays === null ? '–' : format.signed(one.medianDays)],
        ]);
      const panel = (at: number, of: (one: Measured) => number | null, colour: string) => [
        {
          type: 'line',
          xAxisIndex: at,
          yAxisIndex: at,
          silent: true,
          symbol: 'none',
          lineStyle: { width: 3, color: colour, opacity: 0.3 },
          data: intervals(points, of),
        },
        {
          type: 'line',
          xAxisIndex: at,
          yAxisIndex: at,
          color: colour,
          lineStyle: { width: 2 },
          symbol: 'circle',
          label: {
            show: true,
            position: 'top',
            color: colours.text,
            fontSize: 11,
            formatter: ({ data }: { data: { one: Measured } }) =>
              namesAt(points, data.one, of).map(format.decimal).join(' ・ '),
          },
          markLine: chosenLine(colours, mark),
          data: points
            .filter((one) => of(one) !== null)
            .map((one) => ({
              value: [placeOf(one.falseAlarms.perYear), of(one)],
              one,
              symbolSize: one === mark ? 12 : 7,
            })),
        },
      ];
      return {
        ...style,
        tooltip: {
          ...style.tooltip,
          trigger: 'item',
          confine: true,
          formatter: ({ data }: { data: { one: Measured } }) => tooltip(data.one),
        },
        grid: hasDelay
          ? [
              { ...style.grid, top: 34, height: 110 },
              { ...style.grid, top: 208, height: 110 },
            ]
          : [{ ...style.grid, top: 34, bottom: 30 }],
        xAxis: [rateAxis(colours, points, t, 0), ...(hasDelay ? [rateAxis(colours, points, t, 1)] : [])],
        yAxis: [
          {
            ...valueAxis(colours),
            ...axisName(colours, t(hasReal ? 'replay.axis.found' : 'replay.axis.alarms')),
            min: 0,
          },
          ...(hasDelay
            ? [{ ...valueAxis(colours), ...axisName(colours, t('replay.axis.median')), gridIndex: 1 }]
            : []),
        ],
        series: [
          ...panel(0, count, colours['series-1']),
          ...(hasDelay ? panel(1, delay, colours['series-2']) : []),
        ],
      };
    },
  };
}

/** The settings whose points lie on one another; the last of them names them all. */
export function namesAt(points: readonly Measured[], at: Measured, of: (one: Measured) => number | null) {
  const same = points.filter(
    (one) => one.falseAlarms.perYear === at.falseAlarms.perYear && of(one) === of(at),
  );
  return same.at(-1)?.falseAlarmsPerYear === at.falseAlarmsPerYear
    ? same.map((one) => one.falseAlarmsPerYear)
    : [];
}

const axisName = (colours: Palette, name: string) => ({
  name,
  nameLocation: 'end',
  nameTextStyle: { color: colours.dimmed, fontSize: 11, align: 'left' },
});

const rateAxis = (colours: Palette, points: readonly Measured[], t: TFunction, at: number) => ({
  ...valueAxis(colours),
  gridIndex: at,
  min: 0,
  max: Math.ceil(Math.max(1, ...points.map((one) => placeOf(one.falseAlarms.high)))),
  interval: 1,
  splitLine: { show: false },
  axisLine: { show: true, onZero: false, lineStyle: { color: colours['line-strong'] } },
  axisLabel: {
    ...valueAxis(colours).axisLabel,
    hideOverlap: true,
    formatter: (place: number) => String(Math.round(rateAt(place))),
  },
  name: t('replay.axis.rate'),
  nameLocation: 'middle',
  nameGap: 24,
  nameTextStyle: { color: colours.dimmed, fontSize: 11 },
});

const chosenLine = (colours: Palette, mark: Measured | undefined) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: colours.accent, width: 1, type: 'dashed' },
  label: { show: false },
  data: mark ? [{ xAxis: placeOf(mark.falseAlarms.perYear) }] : [],
});
