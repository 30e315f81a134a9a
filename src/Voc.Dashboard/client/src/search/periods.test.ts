import { describe, expect, it } from 'vitest';
import {
  addDays,
  chosenMonths,
  daysOf,
  daysOfMonth,
  intervalOf,
  spanOf,
  withMonth,
  withoutGaps,
} from './periods';

describe('Periods', () => {
  it('know how long a month and a week are', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysOf('week', '2026-12-28')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
    expect(daysOf('day', '2026-12-28')).toEqual({ from: '2026-12-28', to: '2026-12-28' });
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it.each([
    ['2026-03-01', '2026-03-31', 'day'],
    ['2026-01-01', '2026-12-31', 'week'],
    ['2022-01-01', '2026-12-31', 'month'],
  ])('from %s to %s are drawn by %s', (first, last, interval) => {
    expect(intervalOf(first, last)).toBe(interval);
  });

  it('span what was asked for, else what was found', () => {
    const months = [{ value: '2026-03' }, { value: '2025-11' }];
    expect(spanOf(months, '', '')).toEqual({ first: '2025-11-01', last: '2026-03-31' });
    expect(spanOf(months, '2026-01-15', '')).toEqual({ first: '2026-01-15', last: '2026-03-31' });
    expect(spanOf([], '', '2026-01-01')).toBeNull();
  });

  it('in which nothing was found count 0', () => {
    const counts = [
      { value: '2026-11', count: 2 },
      { value: '2027-02', count: 1 },
    ];
    expect(withoutGaps('month', counts)).toEqual([
      { value: '2026-11', count: 2 },
      { value: '2026-12', count: 0 },
      { value: '2027-01', count: 0 },
      { value: '2027-02', count: 1 },
    ]);
    expect(
      withoutGaps('week', [
        { value: '2026-11-02', count: 1 },
        { value: '2026-11-16', count: 3 },
      ]),
    ).toHaveLength(3);
    expect(withoutGaps('day', [])).toEqual([]);
  });

  it('of absurd length are drawn without what lies between', () => {
    const counts = [
      { value: '1970-01-01', count: 1 },
      { value: '2026-11-16', count: 3 },
    ];
    expect(withoutGaps('day', counts)).toEqual(counts);
  });
});

describe('Months as a filter', () => {
  const none = { from: '', to: '' };

  it('are chosen, taken back and extended', () => {
    const march = withMonth(none, '2026-03', false);
    expect(march).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(withMonth(march, '2026-03', false)).toEqual(none);
    const spring = withMonth(march, '2026-05', true);
    expect(spring).toEqual({ from: '2026-03-01', to: '2026-05-31' });
    expect(chosenMonths(spring)).toEqual(['2026-03', '2026-04', '2026-05']);
    expect(withMonth(spring, '2026-01', true)).toEqual({ from: '2026-01-01', to: '2026-05-31' });
    expect(withMonth(none, '2026-05', true)).toEqual({ from: '2026-05-01', to: '2026-05-31' });
  });

  it('are not chosen where a period cuts them', () => {
    expect(chosenMonths({ from: '2026-03-02', to: '2026-03-31' })).toEqual([]);
    expect(chosenMonths({ from: '2026-03-01', to: '' })).toEqual([]);
  });
});
