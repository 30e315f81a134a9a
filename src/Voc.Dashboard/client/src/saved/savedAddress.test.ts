import { describe, expect, it } from 'vitest';
import type { SavedSearch } from '../api/types';
import {
  addressToKeep,
  isOver,
  isSameSearch,
  pageOf,
  periodOf,
  suggestedPeriod,
  withPeriod,
} from './savedAddress';

const today = '2026-03-30';
const opened = (query: string, address: string) => ({ query, address }) as SavedSearch;

describe('The address of a saved search', () => {
  it('keeps the search and how it is looked at, not the place in the list', () => {
    const shown = new URLSearchParams(
      'q=a&channel=review&channel=social&tab=analysis&at=40&feedback=7&saved=3',
    );
    expect(addressToKeep(shown)).toBe('q=a&channel=review&channel=social&tab=analysis');
  });

  it('is the same search in another order or another view, and another one with another filter', () => {
    expect(isSameSearch('q=a&channel=x&tab=analysis', 'channel=x&q=a')).toBe(true);
    expect(isSameSearch('q=a&channel=x', 'q=a&channel=x&channel=y')).toBe(false);
    expect(isSameSearch('q=a&from=', 'q=a')).toBe(true);
    // What has no product.
    expect(isSameSearch('q=a&product=', 'q=a')).toBe(false);
  });

  it('opens the page with the name of where it came from', () => {
    expect(pageOf({ id: 3, address: 'q=a' })).toBe('/search?q=a&saved=3');
    expect(pageOf({ id: 3, address: '' })).toBe('/search?saved=3');
  });
});

describe('The period of a saved search', () => {
  it('is read from and written to the address', () => {
    expect(periodOf('q=a&period=30d')).toBe(30);
    expect(periodOf('q=a&from=2026-01-01')).toBe('fixed');
    expect(periodOf('q=a')).toBe('none');
    expect(withPeriod('q=a&from=2026-01-01&to=2026-01-31', 30)).toBe('q=a&period=30d');
    expect(withPeriod('q=a&from=2026-01-01', 'fixed')).toBe('q=a&from=2026-01-01');
    expect(withPeriod('q=a&period=30d', 'none')).toBe('q=a');
  });

  it('is suggested as days up to today where the dates are just that', () => {
    expect(suggestedPeriod('from=2026-03-01', today, null)).toBe(30);
    expect(suggestedPeriod('from=2026-03-24&to=2026-03-30', today, null)).toBe(7);
    expect(suggestedPeriod('from=2026-03-24&to=2026-03-29', today, null)).toBe('fixed');
    expect(suggestedPeriod('from=2026-03-20', today, null)).toBe('fixed');
    expect(suggestedPeriod('q=a', today, null)).toBe('none');
  });

  it('stays that of the search that was opened as long as its dates are left alone', () => {
    const weekly = opened('q=a&period=14d', 'q=a&from=2026-03-17&to=2026-03-30');
    expect(suggestedPeriod('q=b&from=2026-03-17&to=2026-03-30', today, weekly)).toBe(14);
    expect(suggestedPeriod('q=b&from=2026-03-01&to=2026-03-30', today, weekly)).toBe(30);
    expect(suggestedPeriod('q=b', today, weekly)).toBe('none');
  });

  it('is over where it ends before today for good', () => {
    expect(isOver('to=2026-03-29', today)).toBe(true);
    expect(isOver('to=2026-03-30', today)).toBe(false);
    expect(isOver('period=30d', today)).toBe(false);
    expect(isOver('q=a', today)).toBe(false);
  });
});
