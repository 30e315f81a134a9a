import { ScatterChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import type { TFunction } from 'i18next';
import { chartStyle } from '../../charts/chartStyle';
import type { Drawing } from '../../charts/Drawing';
import { legend } from '../../charts/legend';
import { placeLabels } from '../../charts/placeLabels';
import { textWidth } from '../../charts/textWidth';
import { tooltipOf } from '../../charts/tooltip';
import type { Format } from '../../format/format';
import type { Correspondence, MapPoint } from '../miningTypes';
import { mapScale, shapeOf } from './mapScale';

echarts.use([ScatterChart]);

export type Axes = readonly [across: number, up: number];

const frame = { left: 46, right: 12, top: 28, bottom: 42 };
const sides = ['right', 'left', 'top', 'bottom'] as const;

/** Both sets of points on one map, whose axes say how much of the differences they hold. */
export function correspondenceDrawing(
  map: Correspondence,
  [across, up]: Axes,
  names: { rows: string; columns: string },
  t: TFunction,
  format: Format,
): Drawing {
  // Groups first: their labels find a place before those of the words, the heavier before the lighter.
  const points = [
    ...map.columns.map((point) => ({ point, isGroup: true })),
    ...map.rows.map((point) => ({ point, isGroup: false })).sort((a, b) => b.point.mass - a.point.mass),
  ];
  const heaviest = Math.max(...map.rows.map((row) => row.mass), Number.EPSILON);
  const at = (point: MapPoint) => [point.coordinates[across] ?? 0, point.coordinates[up] ?? 0] as const;
  return {
    label: t('mining.drawn.correspondence', { rows: map.rows.length, columns: map.columns.length }),
    height: (width) => {
      // As high as the map is, within reason, since a unit is as long across as up.
      const room = (width - frame.left - frame.right) * shapeOf(points.map(({ point }) => at(point)));
      return Math.round(Math.min(720, width, Math.max(380, width * 0.55, room))) + frame.top + frame.bottom;
    },
    option: ({ colours, width, height }) => {
      const ground = { width: width - frame.left - frame.right, height: height - frame.top - frame.bottom };
      const scale = mapScale(
        points.map(({ point }) => at(point)),
        { ...ground, margin: 26 },
      );
      const drawn = points.map(({ point, isGroup }) => {
        const fontSize = isGroup ? 13 : 11;
        return {
          point,
          isGroup,
          fontSize,
          radius: isGroup ? 6 : 2.5 + 4 * Math.sqrt(point.mass / heaviest),
        };
      });
      const placed = placeLabels(
        drawn.map(({ point, fontSize, radius }) => ({
          x: scale.x(at(point)[0]),
          y: scale.y(at(point)[1]),
          radius,
          width: textWidth(point.label, fontSize) + 2,
          height: fontSize + 3,
        })),
        ground,
        sides,
      );
      const axis = (component: number) => ({
        type: 'value',
        name: t('mining.component', {
          number: component + 1,
          share: format.percent(map.axes[component]?.share ?? 0),
        }),
        nameLocation: 'middle',
        nameTextStyle: { color: colours.dimmed, fontSize: 11 },
        axisLine: { show: true, onZero: true, lineStyle: { color: colours['line-strong'], type: 'dashed' } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: {
          color: colours.dimmed,
          fontSize: 10,
          formatter: format.decimal,
          showMinLabel: false,
          showMaxLabel: false,
        },
      });
      return {
        ...chartStyle(colours),
        tooltip: {
          ...chartStyle(colours).tooltip,
          trigger: 'item',
          confine: true,
          formatter: ({ data }: { data: { point: MapPoint } }) =>
            described(data.point, [across, up], t, format),
        },
        legend: legend(colours, [
          { name: names.rows, icon: 'circle' },
          { name: names.columns, icon: 'diamond' },
        ]),
        grid: { ...frame, ...ground, outerBoundsMode: 'none', show: true, borderColor: colours.line },
        xAxis: {
          ...axis(across),
          min: scale.bounds.left,
          max: scale.bounds.right,
          nameGap: 24,
          axisLine: { ...axis(across).axisLine },
          axisLabel: { ...axis(across).axisLabel },
        },
        yAxis: { ...axis(up), min: scale.bounds.bottom, max: scale.bounds.top, nameGap: 32 },
        series: [false, true].map((isGroup) => ({
          type: 'scatter',
          name: isGroup ? names.columns : names.rows,
          cursor: 'pointer',
          z: isGroup ? 3 : 2,
          symbol: isGroup ? 'diamond' : 'circle',
          itemStyle: {
            color: isGroup ? colours.over : colours.accent,
            opacity: isGroup ? 1 : 0.75,
            borderColor: colours.surface,
            borderWidth: 0.5,
          },
          emphasis: { scale: 1.3 },
          data: drawn.flatMap((one, index) =>
            one.isGroup !== isGroup
              ? []
              : [
                  {
                    name: one.point.label,
                    value: at(one.point),
                    query: one.point.query,
                    point: one.point,
                    symbolSize: 2 * one.radius * (isGroup ? 1.25 : 1),
                    label: {
                      show: placed[index] !== null,
                      position: placed[index] ?? 'right',
                      distance: 3,
                      formatter: one.point.label,
                      fontSize: one.fontSize,
                      fontWeight: isGroup ? 700 : 400,
                      color: isGroup ? colours.over : colours.text,
                      textBorderColor: colours.surface,
                      textBorderWidth: 2,
                    },
                  },
                ],
          ),
        })),
      };
    },
  };
}

const described = (point: MapPoint, axes: Axes, t: TFunction, format: Format) =>
  tooltipOf(point.label, [
    [t('mining.texts'), format.count(point.texts)],
    ...axes.map(
      (axis) =>
        [
          t('mining.componentShort', { number: axis + 1 }),
          `${format.fixed(point.coordinates[axis] ?? 0)} (${t('mining.contribution')} ${format.percent(point.contributions[axis] ?? 0)})`,
        ] as const,
    ),
    [t('mining.quality'), format.percent(point.quality)],
  ]);
