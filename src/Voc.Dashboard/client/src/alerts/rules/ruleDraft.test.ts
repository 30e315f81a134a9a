import { describe, expect, it } from 'vitest';
import { endsNextDay, moved } from './ruleDraft';

describe('The order of rules', () => {
  it('swaps neighbours and stops at both ends', () => {
    expect(moved([1, 2, 3], 2, -1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 3, 1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 9, 1)).toEqual([1, 2, 3]);
  });
});

describe('A quiet time', () => {
  it('ends on the next day unless it ends later on its own', () => {
    expect(endsNextDay({ from: '22:00', to: '08:00', days: [] })).toBe(true);
    expect(endsNextDay({ from: '00:00', to: '00:00', days: [] })).toBe(true);
    expect(endsNextDay({ from: '12:00', to: '13:00', days: [] })).toBe(false);
  });
});
