import { useElementSize } from '@mantine/hooks';
import type { ECElementEvent } from 'echarts/core';
import { useMemo } from 'react';
import { Chart } from './Chart';
import classes from './ChartFrame.module.css';
import type { Drawing } from './Drawing';
import { usePalette } from './usePalette';

interface Props {
  drawing: Drawing;
  onPick?: (event: ECElementEvent) => void;
}

/** A drawing as wide as there is room, or scrolled where it needs more. */
export function Picture({ drawing, onPick }: Props) {
  const { ref, width: room } = useElementSize();
  const colours = usePalette();
  const width = Math.floor(room) && Math.max(Math.floor(room), drawing.minWidth ?? 0);
  const height = width && drawing.height(width);
  const option = useMemo(
    () => width && height && { ...drawing.option({ colours, width, height }), animation: false },
    [drawing, colours, width, height],
  );
  return (
    <div ref={ref} className={classes.scroll} style={{ minHeight: height || 240 }}>
      {option ? (
        <div style={{ width }}>
          <Chart option={option} height={height} label={drawing.label} anew onPick={onPick} />
        </div>
      ) : null}
    </div>
  );
}
