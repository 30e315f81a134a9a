import type { Palette } from '../app/palette';

/** A picture that has left the browser finds the type by one of its other names. */
export const fontFamily =
  "'Noto Sans JP Variable', 'Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif";

/** Axes, grid and tooltip as every chart here draws them: thin lines, small type, no decoration. */
export const chartStyle = (colours: Palette) => ({
  textStyle: { fontFamily, color: colours.dimmed },
  grid: { left: 4, right: 8, top: 12, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  tooltip: {
    trigger: 'axis',
    axisPointer: { type: 'shadow', shadowStyle: { color: colours.dimmed, opacity: 0.08 } },
    backgroundColor: colours.surface,
    borderColor: colours['line-strong'],
    padding: [8, 12],
    textStyle: { color: colours.text, fontSize: 12, fontFamily },
  },
});

export const categoryAxis = (colours: Palette, days: string[], name: (day: string) => string) => ({
  type: 'category',
  data: days,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colours['line-strong'] } },
  axisLabel: { color: colours.dimmed, fontSize: 11, hideOverlap: true, formatter: name },
});

export const valueAxis = (colours: Palette) => ({
  type: 'value',
  minInterval: 1,
  splitNumber: 4,
  splitLine: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.dimmed, fontSize: 11 },
});
