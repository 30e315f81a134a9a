import type { ECharts } from 'echarts/core';
import { describe, expect, it, vi } from 'vitest';
import { watchStretches } from './watchStretches';

/** A chart whose categories are 10 pixels wide, and what can be done to it. */
function chart() {
  const listeners = new Map<string, (event: unknown) => void>();
  const zr = {
    on: (name: string, listener: (event: unknown) => void) => void listeners.set(name, listener),
    off: (name: string) => void listeners.delete(name),
  };
  const moved = vi.fn();
  const chosen = vi.fn();
  const stop = watchStretches(
    {
      getZr: () => zr,
      isDisposed: () => false,
      convertFromPixel: (_: unknown, x: number) => x / 10,
    } as unknown as ECharts,
    moved,
    chosen,
  );
  const fire = (name: string, x: number, { y = 5, touch = false } = {}) =>
    listeners.get(name)?.({ offsetX: x, offsetY: y, event: touch ? { zrByTouch: true } : {} });
  return { listeners, moved, chosen, stop, fire };
}

describe('A stretch of the timeline', () => {
  it('is drawn with the mouse, whichever way', () => {
    const { fire, moved, chosen } = chart();
    fire('mousedown', 81);
    fire('mousemove', 79);
    expect(moved).not.toHaveBeenCalled();
    fire('mousemove', 22);
    expect(moved).toHaveBeenLastCalledWith({ left: 22, width: 59 });
    fire('mouseup', 22);
    expect(moved).toHaveBeenLastCalledWith(null);
    expect(chosen).toHaveBeenCalledExactlyOnceWith(2, 8);
  });

  it('is a single bar where it is clicked or tapped', () => {
    const { fire, chosen } = chart();
    fire('mousedown', 31);
    fire('mouseup', 32);
    fire('mousedown', 51, { touch: true });
    fire('mouseup', 51, { touch: true });
    expect(chosen.mock.calls).toEqual([
      [3, 3],
      [5, 5],
    ]);
  });

  it('is not chosen by a finger that scrolls, nor where the mouse leaves', () => {
    const { fire, chosen, moved } = chart();
    fire('mousedown', 31, { touch: true });
    fire('mousemove', 60, { touch: true, y: 90 });
    fire('mouseup', 60, { touch: true, y: 90 });
    fire('mousedown', 31);
    fire('globalout', 0);
    fire('mouseup', 90);
    expect(chosen).not.toHaveBeenCalled();
    expect(moved).toHaveBeenLastCalledWith(null);
  });

  it('is no longer watched for in the end', () => {
    const { listeners, stop } = chart();
    stop();
    expect(listeners.size).toBe(0);
  });
});
