import { CustomChart, ScatterChart } from 'echarts/charts';
import * as echarts from 'echarts/core';
import { categoryAxis, chartStyle, valueAxis } from '../charts/chartStyle';
import type { Drawing } from '../charts/Drawing';
import { tooltipOf } from '../charts/tooltip';

echarts.use([CustomChart, ScatterChart]);

interface Group {
  name: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

interface Input {
  label: string;
  groups: readonly Group[];
  /** Between which values the axis runs. */
  bounds: readonly [number, number];
  write: (value: number) => string;
  /** The groups below one another instead of beside. */
  lying: boolean;
}

interface Api {
  value: (at: number) => number;
  coord: (point: number[]) => number[];
}

const end = 5;

/** A point for each group and a line with ends for its interval. */
export function intervalDrawing({ label, groups, bounds, write, lying }: Input): Drawing {
  const known = groups.map((group, at) => ({ ...group, at })).filter(({ value }) => value !== null);
  const names = groups.map(({ name }) => name);
  return {
    label,
    minWidth: lying ? 280 : Math.max(280, 56 * groups.length),
    height: () => (lying ? 56 + 34 * groups.length : 240),
    option: ({ colours }) => {
      const style = chartStyle(colours);
      const named = { ...categoryAxis(colours, names, (name) => name), inverse: lying };
      const measured = {
        ...valueAxis(colours),
        minInterval: undefined,
        min: bounds[0],
        max: bounds[1],
        interval: (bounds[1] - bounds[0]) / 4,
        axisLabel: { ...valueAxis(colours).axisLabel, formatter: write },
      };
      const renderItem = (_: unknown, api: Api) => {
        const point = (value: number) => api.coord(lying ? [value, api.value(0)] : [api.value(0), value]);
        const [x1 = 0, y1 = 0] = point(api.value(1));
        const [x2 = 0, y2 = 0] = point(api.value(2));
        const line = (from: [number, number], to: [number, number]) => ({
          type: 'line',
          shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
          style: { stroke: colours.accent, lineWidth: 2 },
        });
        const across = (x: number, y: number) =>
          lying ? line([x, y - end], [x, y + end]) : line([x - end, y], [x + end, y]);
        return { type: 'group', children: [line([x1, y1], [x2, y2]), across(x1, y1), across(x2, y2)] };
      };
      return {
        ...style,
        tooltip: {
          ...style.tooltip,
          formatter: (items: { dataIndex: number }[]) => {
            const group = known[items[0]?.dataIndex ?? -1];
            return group
              ? tooltipOf(group.name, [
                  [label, `${write(group.value!)} (${write(group.low!)} – ${write(group.high!)})`],
                ])
              : '';
          },
        },
        xAxis: lying ? measured : named,
        yAxis: lying ? named : measured,
        series: [
          {
            type: 'custom',
            silent: true,
            z: 2,
            renderItem,
            encode: lying ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
            data: known.map(({ at, low, high }) => [at, low, high]),
          },
          {
            type: 'scatter',
            z: 3,
            symbolSize: 10,
            itemStyle: { color: colours.accent, borderColor: colours.surface, borderWidth: 2 },
            data: known.map(({ at, value }) => (lying ? [value, at] : [at, value])),
          },
        ],
      };
    },
  };
}
