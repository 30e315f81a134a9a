import type { TFunction } from 'i18next';
import { TitleComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { Palette } from '../../app/palette';
import { chartStyle, valueAxis } from '../../charts/chartStyle';
import type { Drawing } from '../../charts/Drawing';
import { nameAxis, nameWidth } from '../../charts/nameAxis';
import { fitted } from '../../charts/textWidth';
import { tooltipOf } from '../../charts/tooltip';
import type { Format } from '../../format/format';
import type { CharacteristicRow } from '../miningTypes';
import type { NamedGroup } from './CharacteristicTable';

echarts.use([TitleComponent]);

const barHeight = 21;
const headHeight = 24;
const axisHeight = 24;
const gap = 14;
const narrowest = 250;
/** Room beside the longest bar. */
const figures = 58;

/** Bars of effect, a panel for each group, all on one scale. */
export function characteristicDrawing(groups: readonly NamedGroup[], t: TFunction, format: Format): Drawing {
  const panels = groups.filter((group) => group.rows.length > 0);
  const most = Math.max(1, ...panels.flatMap((group) => group.rows.map((row) => Math.abs(row.logRatio))));
  const isTwoSided = panels.some((group) => group.rows.some((row) => !row.over));
  const across = (width: number) => Math.max(1, Math.min(panels.length, Math.floor(width / narrowest)));
  const lines = (width: number) => chunks(panels, across(width));
  const heightOf = (line: NamedGroup[]) =>
    headHeight + Math.max(...line.map((group) => group.rows.length)) * barHeight + axisHeight + gap;
  return {
    label: t('mining.drawn.characteristic', { groups: panels.length }),
    height: (width) => lines(width).reduce((sum, line) => sum + heightOf(line), 0),
    option: ({ colours, width }) => {
      const style = chartStyle(colours);
      // As wide in every panel, so that the bars can be compared from one to the next.
      const names = nameWidth(
        panels.flatMap((group) => group.rows.map((row) => row.term)),
        (width / across(width)) * 0.4,
      );
      const placed = lines(width).flatMap((line, number, all) => {
        const top = all.slice(0, number).reduce((sum, before) => sum + heightOf(before), 0);
        const share = width / across(width);
        return line.map((group, at) => ({ group, left: at * share, top, width: share - gap }));
      });
      return {
        ...style,
        tooltip: {
          ...style.tooltip,
          trigger: 'item',
          confine: true,
          formatter: ({ data }: { data: { row: CharacteristicRow } }) => described(data.row, t, format),
        },
        title: placed.map(({ group, left, top, width: room }) => ({
          text: fitted(panelTitle(group, t, format), 12, room),
          left,
          top,
          padding: 0,
          textStyle: { fontSize: 12, fontWeight: 600, color: colours.text },
        })),
        grid: placed.map(({ group, left, top, width: room }) => ({
          left: left + names,
          top: top + headHeight,
          width: room - names - figures,
          height: group.rows.length * barHeight,
          outerBoundsMode: 'none',
        })),
        xAxis: placed.map((_, gridIndex) => ({
          ...valueAxis(colours),
          gridIndex,
          minInterval: 0,
          splitNumber: 3,
          min: isTwoSided ? -most : 0,
          max: most,
          // The scale ends where the longest bar does, which is seldom at a round number.
          splitLine: { ...valueAxis(colours).splitLine, showMinLine: false, showMaxLine: false },
          axisLabel: {
            ...valueAxis(colours).axisLabel,
            formatter: format.decimal,
            showMinLabel: !isTwoSided,
            showMaxLabel: false,
          },
        })),
        yAxis: placed.map(({ group }, gridIndex) => ({
          ...nameAxis(
            colours,
            group.rows.map((row) => row.term),
            names,
          ),
          gridIndex,
        })),
        series: placed.map(({ group }, at) => bars(group, at, colours, format)),
      };
    },
  };
}

const panelTitle = (group: NamedGroup, t: TFunction, format: Format) =>
  t('mining.panel', { group: group.label, texts: format.count(group.texts) });

function bars(group: NamedGroup, at: number, colours: Palette, format: Format) {
  return {
    type: 'bar',
    xAxisIndex: at,
    yAxisIndex: at,
    barCategoryGap: '30%',
    cursor: 'pointer',
    emphasis: { focus: 'none' },
    data: group.rows.map((row) => ({
      value: row.logRatio,
      query: row.query,
      row,
      itemStyle: { color: row.over ? colours.over : colours.under },
      label: {
        show: true,
        position: row.over ? 'right' : 'left',
        color: colours.dimmed,
        fontSize: 10,
        formatter: `G² ${format.count(Math.round(row.g2))}`,
      },
    })),
  };
}

const described = (row: CharacteristicRow, t: TFunction, format: Format) =>
  tooltipOf(row.term, [
    [t('mining.here'), `${format.count(row.texts)} (${format.percent(row.share)})`],
    [t('mining.rest'), `${format.count(row.rest)} (${format.percent(row.restShare)})`],
    ['G²', format.decimal(row.g2)],
    [t('mining.logRatio'), format.fixed(row.logRatio)],
    ['q', format.probability(row.q)],
  ]);

const chunks = <T>(items: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
