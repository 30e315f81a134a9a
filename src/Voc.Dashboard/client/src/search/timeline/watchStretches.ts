import type { ECharts, ElementEvent } from 'echarts/core';

/** A stretch of the chart in pixels. */
export interface Stretch {
  left: number;
  width: number;
}

const leastDrag = 6;

/**
 * Lets a stretch of a chart's horizontal axis be drawn with the mouse, or one of its categories be clicked or tapped.
 * @param moved Is told the stretch while it is drawn, and null when that ends.
 * @param chosen Is told the first and the last category, counted from 0.
 * @returns Ends it.
 */
export function watchStretches(
  chart: ECharts,
  moved: (stretch: Stretch | null) => void,
  chosen: (first: number, last: number) => void,
) {
  const zr = chart.getZr();
  let start: { x: number; y: number } | null = null;
  const byTouch = (event: ElementEvent) =>
    (event.event as unknown as { zrByTouch?: boolean }).zrByTouch === true;
  const categoryAt = (x: number) => Math.round(Number(chart.convertFromPixel({ xAxisIndex: 0 }, x)));

  const down = (event: ElementEvent) => {
    start = { x: event.offsetX, y: event.offsetY };
  };
  const move = (event: ElementEvent) => {
    // A finger that moves scrolls the page.
    if (!start || byTouch(event) || Math.abs(event.offsetX - start.x) < leastDrag) return;
    moved({ left: Math.min(start.x, event.offsetX), width: Math.abs(event.offsetX - start.x) });
  };
  const end = (event: ElementEvent) => {
    if (!start) return;
    const [first, last] = [start.x, event.offsetX].sort((a, b) => a - b) as [number, number];
    const wentFar = Math.max(last - first, Math.abs(event.offsetY - start.y)) >= leastDrag;
    start = null;
    moved(null);
    if (!(wentFar && byTouch(event))) chosen(categoryAt(first), categoryAt(last));
  };
  const leave = () => {
    start = null;
    moved(null);
  };
  zr.on('mousedown', down);
  zr.on('mousemove', move);
  zr.on('mouseup', end);
  zr.on('globalout', leave);
  return () => {
    if (chart.isDisposed()) return;
    zr.off('mousedown', down);
    zr.off('mousemove', move);
    zr.off('mouseup', end);
    zr.off('globalout', leave);
  };
}
