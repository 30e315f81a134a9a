import type { Palette } from '../app/palette';
import { fitted, textWidth } from './textWidth';

const fontSize = 12;
const longest = 15;

/** Pixels the longest of the names takes, within reason. */
export const nameWidth = (names: readonly string[], most = longest * fontSize) =>
  Math.min(most, Math.max(0, ...names.map((name) => textWidth(name, fontSize)))) + 10;

/** Names of horizontal bars, the first on top; they can be clicked. */
export const nameAxis = (colours: Palette, names: readonly string[], width: number) => ({
  type: 'category',
  inverse: true,
  data: names,
  triggerEvent: true,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: colours['line-strong'] } },
  axisLabel: {
    color: colours.text,
    fontSize,
    interval: 0,
    formatter: (name: string) => fitted(name, fontSize, width - 6),
  },
});
