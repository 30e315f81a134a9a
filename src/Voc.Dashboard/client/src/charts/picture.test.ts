import { describe, expect, it } from 'vitest';
import { palette } from '../app/palette';
import './Chart';
import { categoryAxis, chartStyle, valueAxis } from './chartStyle';
import type { Drawing } from './Drawing';
import { svgOf } from './picture';

const bars: Drawing = {
  label: '棒',
  height: () => 200,
  option: ({ colours }) => ({
    ...chartStyle(colours),
    xAxis: categoryAxis(colours, ['充電', '電池'], (name) => name),
    yAxis: valueAxis(colours),
    series: [{ type: 'bar', data: [3, 5] }],
  }),
};

const textsOf = (svg: string) =>
  [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')].map(
    (text) => text.textContent,
  );

const svg = svgOf(bars, { title: '頻出語', subtitle: ['検索「充電」・12 件の声', '名詞だけ'] });

describe('A picture saved as a file', () => {
  it('says what it shows', () => {
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining(['頻出語', '検索「充電」・12 件の声', '名詞だけ', '充電', '電池']),
    );
  });

  it('has room for its heading above the drawing', () => {
    const height = (heading: string) => Number(/height="(\d+(\.\d+)?)"/.exec(heading)![1]);
    const longer = svgOf(bars, { title: '頻出語', subtitle: ['検索「充電」'.repeat(60), '名詞だけ'] });
    expect(height(svg)).toBeGreaterThan(200 + 60);
    expect(height(longer)).toBeGreaterThan(height(svg) + 60);
  });

  it('is light whatever the screen is', () => {
    expect(svg).toContain(palette.light.surface);
    expect(svg).not.toContain(palette.dark.surface);
  });
});
