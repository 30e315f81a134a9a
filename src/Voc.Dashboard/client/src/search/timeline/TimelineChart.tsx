import type { ECharts } from 'echarts/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Chart } from '../../charts/Chart';
import type { Drawing } from '../../charts/Drawing';
import { usePalette } from '../../charts/usePalette';
import classes from './Timeline.module.css';
import { timelineHeight } from './timelineDrawing';
import type { Bar } from './useTimeline';
import { watchStretches, type Stretch } from './watchStretches';

interface Props {
  drawing: Drawing;
  bars: Bar[];
  choose: (first: string, last: string) => void;
}

export default function TimelineChart({ drawing, bars, choose }: Props) {
  const colours = usePalette();
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const latest = useRef({ bars, choose });
  useEffect(() => {
    latest.current = { bars, choose };
  });
  const ready = useCallback(
    (chart: ECharts) =>
      watchStretches(chart, setStretch, (first, last) => {
        const { bars, choose } = latest.current;
        const [from, to] = [bars[Math.max(0, first)], bars[Math.min(bars.length - 1, last)]];
        if (from && to) choose(from.value, to.value);
      }),
    [],
  );
  const option = useMemo(
    () => drawing.option({ colours, width: 0, height: timelineHeight }),
    [drawing, colours],
  );
  return (
    <div className={classes.chart}>
      <Chart option={option} height={timelineHeight} label={drawing.label} ready={ready} />
      {stretch && (
        <div className={classes.stretch} style={{ left: stretch.left, width: stretch.width }} aria-hidden />
      )}
    </div>
  );
}
