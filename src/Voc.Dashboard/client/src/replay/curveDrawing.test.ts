import { describe, expect, it } from 'vitest';
import type { SettingOutcome } from '../api/types';
import { intervals, measured, namesAt, placeOf } from './curveDrawing';

const outcome = (perYear: number | null, falseAlarmsPerYear = 4): SettingOutcome => ({
  falseAlarmsPerYear,
  alarms: 3,
  real: 2,
  found: 1,
  medianDays: null,
  muted: 0,
  notJudged: 0,
  unseen: 0,
  falseAlarms: perYear === null ? null : { counts: [1], years: 1, perYear, low: 0, high: 7 },
});

describe('The curve', () => {
  it('leaves out settings whose false alarms are not measured yet', () => {
    expect(measured([outcome(1), outcome(null)])).toHaveLength(1);
  });

  it('has a place for no false alarm at all and spreads the few', () => {
    expect(placeOf(0)).toBe(0);
    expect(placeOf(3)).toBe(2);
    expect(placeOf(63)).toBe(6);
  });

  it('names points that lie on one another once', () => {
    const points = measured([outcome(1, 2), outcome(1, 4), outcome(3, 8)]);
    expect(points.map((one) => namesAt(points, one, ({ found }) => found))).toEqual([[], [2, 4], [8]]);
  });

  it('draws each interval by itself and none where there is nothing to show', () => {
    const points = measured([outcome(1)]);
    expect(intervals(points, (one) => one.found)).toEqual([
      [0, 1],
      [3, 1],
      ['-', '-'],
    ]);
    expect(intervals(points, (one) => one.medianDays)).toEqual([]);
  });
});
