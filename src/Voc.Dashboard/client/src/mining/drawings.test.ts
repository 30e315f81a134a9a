import type { EChartsCoreOption } from 'echarts/core';
import { describe, expect, it } from 'vitest';
import { palette } from '../app/palette';
import '../charts/Chart';
import type { Drawing } from '../charts/Drawing';
import { svgOf } from '../charts/picture';
import { createFormat } from '../format/format';
import i18n from '../i18n';
import {
  someCharacteristic,
  someCorrespondence,
  someHeatmap,
  someKeywords,
  someNetwork,
  someOpinions,
  someTimeline,
} from '../test/miningSamples';
import { characteristicDrawing } from './characteristic/characteristicDrawing';
import { correspondenceDrawing } from './correspondence/correspondenceDrawing';
import { heatmapDrawing } from './heatmap/heatmapDrawing';
import { keywordsDrawing } from './keywords/keywordsDrawing';
import { networkDrawing } from './network/networkDrawing';
import { opinionsDrawing } from './opinions/opinionsDrawing';
import { timelineDrawing } from './timeline/timelineDrawing';
import { queryOf } from './useNarrowed';

const { t } = i18n;
const format = createFormat('ja', 'Asia/Tokyo');
const byTexts = { count: 'texts', split: true } as const;
const groups = someCharacteristic.groups.map((group) => ({ ...group, label: group.label! }));
const names = { rows: '語', columns: 'チャネル' };

const drawings: Record<string, { drawing: Drawing; says: string[] }> = {
  keywords: {
    drawing: keywordsDrawing(someKeywords.rows, byTexts, t, format),
    says: ['充電', '遅い', '60', 'ネガティブ', 'ポジティブ'],
  },
  opinions: { drawing: opinionsDrawing(someOpinions.targets, t, format), says: ['充電', '27', '4'] },
  characteristic: {
    drawing: characteristicDrawing(groups, t, format),
    says: ['異臭', 'G² 27', 'review（50 件）', 'social（70 件）'],
  },
  network: { drawing: networkDrawing(someNetwork, t, format), says: ['充電', '電池', '配送'] },
  heatmap: {
    drawing: heatmapDrawing(someHeatmap, 'count', t, format),
    says: ['炊飯器', 'review', '45**', '0'],
  },
  correspondence: {
    drawing: correspondenceDrawing(someCorrespondence, [0, 1], names, t, format),
    says: ['充電', 'review', '成分 1（70%）', '成分 2（30%）'],
  },
  timeline: {
    drawing: timelineDrawing(someTimeline, 'count', t, format),
    says: ['充電', '2026年1月'],
  },
};

const textsOf = (svg: string) =>
  [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')].map(
    (text) => text.textContent,
  );

interface Series {
  data: { value: unknown; query?: string }[];
  links?: { query: string }[];
}

const seriesOf = (drawing: Drawing, width = 700) => {
  const ground = { colours: palette.light, width, height: drawing.height(width) };
  return (drawing.option(ground) as EChartsCoreOption).series as Series[];
};

const queriesOf = (drawing: Drawing) => seriesOf(drawing).map(({ data }) => data.map(({ query }) => query));

describe('The pictures', () => {
  it.each(Object.entries(drawings))('of %s say what they show, on files too', (_, { drawing, says }) => {
    const svg = svgOf(drawing, { title: '表題', subtitle: ['120 件の声'] });
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['表題', '120 件の声', ...says]));
    expect(svg).not.toContain('NaN');
  });

  it.each(Object.entries(drawings))('of %s can be drawn on a phone, in the dark', (_, { drawing }) => {
    const width = Math.max(320, drawing.minWidth ?? 0);
    expect(drawing.option({ colours: palette.dark, width, height: drawing.height(width) })).toHaveProperty(
      'series',
    );
    expect(drawing.height(width)).toBeGreaterThan(0);
  });

  it('lead from the part of a bar to the texts of that sentiment', () => {
    expect(queriesOf(drawings.keywords!.drawing)).toEqual([
      ['term:充電 sentiment:negative', 'term:遅い sentiment:negative'],
      ['term:充電 sentiment:neutral', 'term:遅い sentiment:neutral'],
      ['term:充電 sentiment:positive', 'term:遅い sentiment:positive'],
    ]);
    expect(queriesOf(drawings.opinions!.drawing)).toEqual([['pair:"充電//-1"'], ['pair:"充電//1"']]);
    const whole = keywordsDrawing(someKeywords.rows, { count: 'occurrences', split: false }, t, format);
    expect(seriesOf(whole)[0]!.data.map(({ value, query }) => [value, query])).toEqual([
      [75, 'term:充電'],
      [90, 'term:遅い'],
    ]);
  });

  it('lead from a cell to the texts of both values, and from an empty one nowhere', () => {
    const empty = { ...someHeatmap, counts: [[0, 15], someHeatmap.counts[1]!] };
    expect(queriesOf(heatmapDrawing(empty, 'residual', t, format))[0]).toEqual([
      undefined,
      'product:炊飯器 channel:social',
      'product:加湿器 channel:review',
      'product:加湿器 channel:social',
    ]);
  });

  it('lead from a node, a line, a point on a map and a point in time to their texts', () => {
    const [network] = seriesOf(drawings.network!.drawing);
    expect(network!.data.map(({ query }) => query)).toEqual(['term:充電', 'term:電池', 'term:配送']);
    expect(network!.links!.map(({ query }) => query)).toEqual(['term:充電 term:電池', 'term:電池 term:配送']);
    expect(queriesOf(drawings.correspondence!.drawing)[1]).toEqual([
      'channel:review',
      'channel:social',
      'channel:survey',
    ]);
    expect(queriesOf(drawings.timeline!.drawing)[0]).toEqual([
      'term:充電 date:2026-01',
      undefined,
      'term:充電 date:2026-03',
    ]);
  });

  it('lead from a name on an axis to its texts', () => {
    const named = [
      [{ name: '充電', query: 'term:充電' }],
      [{ name: '充電', query: 'term:充電 channel:social' }],
      [{ name: 'review', query: 'channel:review' }],
    ];
    const axis = (componentType: string, yAxisIndex: number | undefined, value: string) =>
      queryOf({ componentType, yAxisIndex, value } as never, named);
    expect(axis('yAxis', 0, '充電')).toBe('term:充電');
    expect(axis('yAxis', 1, '充電')).toBe('term:充電 channel:social');
    expect(axis('xAxis', undefined, 'review')).toBe('channel:review');
    expect(axis('yAxis', 0, 'ない')).toBeUndefined();
  });

  it('leave a gap where an interval has no text to take a share of', () => {
    const shares = timelineDrawing(someTimeline, 'share', t, format);
    expect(seriesOf(shares)[0]!.data.map(({ value }) => value)).toEqual([0.5, null, 0.5]);
  });

  it('are as wide in every panel, so that bars can be compared', () => {
    const { grid } = drawings.characteristic!.drawing.option({
      colours: palette.light,
      width: 700,
      height: 200,
    }) as { grid: { width: number }[] };
    expect(new Set(grid.map(({ width }) => width)).size).toBe(1);
  });
});
