import { describe, expect, it } from 'vitest';
import { daysOfMonth, readSearch, searchQueryOf, toggled, writeSearch } from './searchState';

const address =
  'q=%E5%85%85%E9%9B%BB+NOT+%E6%96%99%E9%87%91&sort=relevance&from=2026-01-01&channel=review&channel=social&page=3';

describe('A search in the address', () => {
  it('is read and written back the same', () => {
    const state = readSearch(new URLSearchParams(address));
    expect(state).toEqual({
      q: '充電 NOT 料金',
      sort: 'relevance',
      from: '2026-01-01',
      to: '',
      filters: { channel: ['review', 'social'] },
      page: 3,
    });
    expect(readSearch(writeSearch(new URLSearchParams(), state))).toEqual(state);
  });

  it('leaves out nonsense instead of failing', () => {
    const state = readSearch(new URLSearchParams('sort=best&from=gestern&to=2026-99-99&page=-4&channel='));
    expect(state).toEqual({ q: '', sort: 'newest', from: '', to: '', filters: {}, page: 1 });
  });

  it('is short where everything is usual, and keeps what belongs to others', () => {
    const state = readSearch(new URLSearchParams());
    expect(writeSearch(new URLSearchParams('page=2&feedback=7'), state).toString()).toBe('feedback=7');
  });

  it('begins at the first page again when a filter changes', () => {
    const state = toggled(readSearch(new URLSearchParams(address)), 'channel', 'review');
    expect(state.filters.channel).toEqual(['social']);
    expect(state.page).toBe(1);
    expect(toggled(state, 'sentiment', 'negative').filters).toEqual({
      channel: ['social'],
      sentiment: ['negative'],
    });
  });

  it('asks the API for the page by offset', () => {
    expect(searchQueryOf(readSearch(new URLSearchParams(address)))).toMatchObject({
      offset: 40,
      limit: 20,
      channel: ['review', 'social'],
    });
  });

  it('knows how long a month is', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});
