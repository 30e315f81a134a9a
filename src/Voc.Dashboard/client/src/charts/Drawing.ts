import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../app/palette';

/** What there is to draw on, in pixels. */
export interface Ground {
  colours: Palette;
  width: number;
  height: number;
}

/** A picture that can be drawn at any size and in any colours: on the screen, and again for a file. */
export interface Drawing {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** Pixels it needs; on a narrower screen it is scrolled. */
  minWidth?: number;
  /** Pixels it is high where it is so wide. */
  height: (width: number) => number;
  /** Distances from the top are numbers of pixels: the file's heading moves them down. */
  option: (ground: Ground) => EChartsCoreOption;
}
