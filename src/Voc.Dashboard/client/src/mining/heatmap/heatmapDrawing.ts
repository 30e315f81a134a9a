import { HeatmapChart } from 'echarts/charts';
import { VisualMapContinuousComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { TFunction } from 'i18next';
import type { Palette } from '../../app/palette';
import { chartStyle } from '../../charts/chartStyle';
import { colourAt, divergingColours, growingColours, inkOn } from '../../charts/colours';
import type { Drawing } from '../../charts/Drawing';
import { nameAxis, nameWidth } from '../../charts/nameAxis';
import { fitted, textWidth } from '../../charts/textWidth';
import { tooltipOf } from '../../charts/tooltip';
import type { Format } from '../../format/format';
import type { Heatmap } from '../miningTypes';
import { both } from '../narrowed';

echarts.use([HeatmapChart, VisualMapContinuousComponent]);

export const cellNames = ['count', 'residual', 'row', 'column'] as const;
export type CellName = (typeof cellNames)[number];

const cellHeight = 30;
const narrowestCell = 46;
const legendHeight = 30;
const labelSize = 11;
const tilt = 40;
const longestTilted = 110;

/** Standardised residuals beyond these are rarer than 5 % and 1 % where nothing depends on anything. */
const unusual = 1.96;
const rare = 2.58;

/** A cell for each pair of values. */
export function heatmapDrawing(heatmap: Heatmap, cell: CellName, t: TFunction, format: Format): Drawing {
  const { rows, columns } = heatmap;
  const left = nameWidth(
    rows.map((row) => row.label),
    170,
  );
  const values = {
    count: heatmap.counts,
    residual: heatmap.residuals,
    row: heatmap.rowShares,
    column: heatmap.columnShares,
  }[cell];
  const show = { count: format.count, residual: format.decimal, row: format.percent, column: format.percent }[
    cell
  ];
  const most = Math.max(...values.flat().map(Math.abs), cell === 'residual' ? rare : Number.EPSILON);
  const least = cell === 'residual' ? -most : 0;
  const heads = headsOf(columns.map((column) => column.label));
  return {
    label: t('mining.drawn.heatmap', { rows: rows.length, columns: columns.length }),
    minWidth: left + columns.length * narrowestCell + 8,
    height: (width) => heads(cellWidth(width)).height + rows.length * cellHeight + legendHeight + 14,
    option: ({ colours, width }) => {
      const head = heads(cellWidth(width));
      const scale = cell === 'residual' ? divergingColours(colours) : growingColours(colours);
      return {
        ...chartStyle(colours),
        tooltip: {
          ...chartStyle(colours).tooltip,
          trigger: 'item',
          confine: true,
          formatter: ({ value }: { value: [number, number] }) =>
            described(heatmap, value[1], value[0], t, format),
        },
        grid: {
          left,
          top: head.height,
          width: columns.length * cellWidth(width),
          height: rows.length * cellHeight,
          outerBoundsMode: 'none',
        },
        xAxis: {
          type: 'category',
          position: 'top',
          data: columns.map((column) => column.label),
          triggerEvent: true,
          axisTick: { show: false },
          axisLine: { show: false },
          axisLabel: {
            color: colours.text,
            fontSize: labelSize,
            interval: 0,
            rotate: head.isTilted ? tilt : 0,
            formatter: (name: string) => fitted(name, labelSize, longestTilted),
          },
        },
        yAxis: {
          ...nameAxis(
            colours,
            rows.map((row) => row.label),
            left,
          ),
          axisLine: { show: false },
        },
        visualMap: legendOf(colours, scale, [least, most], show, {
          top: head.height + rows.length * cellHeight + 12,
          left,
          texts: cell === 'residual' ? [t('mining.more'), t('mining.less')] : undefined,
        }),
        series: [
          {
            type: 'heatmap',
            cursor: 'pointer',
            itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 2 },
            emphasis: { itemStyle: { borderColor: colours.text, borderWidth: 1.5 } },
            data: values.flatMap((line, y) =>
              line.map((value, x) => ({
                value: [x, y, value],
                query: heatmap.counts[y]![x]! > 0 ? both(rows[y]!.clause, columns[x]!.clause) : undefined,
                label: {
                  show: true,
                  fontSize: labelSize,
                  color: inkOn(colourAt(scale, (value - least) / (most - least)), inks.dark, inks.light),
                  fontWeight: isUnusual(heatmap.residuals[y]![x]!, unusual) ? 700 : 400,
                  formatter: show(value) + stars(heatmap.residuals[y]![x]!, cell),
                },
              })),
            ),
          },
        ],
      };
    },
  };

  function cellWidth(width: number) {
    return Math.min(110, Math.floor((width - left - 8) / columns.length));
  }
}

const inks = { dark: '#0c1115', light: '#ffffff' };

const isUnusual = (residual: number, bound: number) => Math.abs(residual) > bound;

/** Where the figure itself is not the residual, stars say that it is unusual. */
const stars = (residual: number, cell: CellName) =>
  cell === 'residual' ? '' : isUnusual(residual, rare) ? '**' : isUnusual(residual, unusual) ? '*' : '';

/** How high the names of the columns are: side by side where they fit, else tilted. */
function headsOf(names: readonly string[]) {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, labelSize)));
  return (cellWidth: number) => {
    const isTilted = widest > cellWidth - 4;
    const along = Math.min(widest, longestTilted) * Math.sin((tilt * Math.PI) / 180);
    return { isTilted, height: Math.ceil(isTilted ? along + labelSize * 1.6 + 8 : 26) };
  };
}

function legendOf(
  colours: Palette,
  scale: readonly string[],
  [min, max]: readonly [number, number],
  show: (value: number) => string,
  { top, left, texts }: { top: number; left: number; texts?: string[] },
) {
  return {
    type: 'continuous',
    min,
    max,
    top,
    left,
    orient: 'horizontal',
    calculable: false,
    hoverLink: false,
    itemWidth: 10,
    itemHeight: 120,
    padding: 0,
    text: texts ?? [show(max), show(min)],
    textStyle: { color: colours.dimmed, fontSize: 11 },
    inRange: { color: scale },
  };
}

function described(heatmap: Heatmap, y: number, x: number, t: TFunction, format: Format) {
  const { rows, columns, counts, expected, residuals, rowShares, columnShares } = heatmap;
  return tooltipOf(`${rows[y]!.label} × ${columns[x]!.label}`, [
    [t('mining.texts'), format.count(counts[y]![x]!)],
    [t('mining.expected'), format.decimal(expected[y]![x]!)],
    [t('mining.residual'), format.fixed(residuals[y]![x]!)],
    [t('mining.cell.row'), format.percent(rowShares[y]![x]!)],
    [t('mining.cell.column'), format.percent(columnShares[y]![x]!)],
  ]);
}
