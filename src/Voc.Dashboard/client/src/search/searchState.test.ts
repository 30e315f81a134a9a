import { describe, expect, it } from 'vitest';
import {
  chosenCount,
  readSearch,
  readView,
  searchQueryOf,
  toggled,
  unfiltered,
  writeSearch,
  writeView,
} from './searchState';

const address =
  'q=%E5%85%85%E9%9B%BB+NOT+%E6%96%99%E9%87%91&sort=relevance&from=2026-01-01&channel=review&channel=social' +
  '&product=&synonyms=true&without=%E5%85%85%E9%9B%BB%E5%99%A8&fold=false&like=12';

const usual = {
  q: '',
  sort: 'newest',
  from: '',
  to: '',
  filters: {},
  synonyms: false,
  without: [],
  fold: true,
  like: null,
};

describe('A search in the address', () => {
  it('is read and written back the same', () => {
    const state = readSearch(new URLSearchParams(address));
    expect(state).toEqual({
      q: '充電 NOT 料金',
      sort: 'relevance',
      from: '2026-01-01',
      to: '',
      // An empty value asks for what has none.
      filters: { channel: ['review', 'social'], product: [''] },
      synonyms: true,
      without: ['充電器'],
      fold: false,
      like: 12,
    });
    expect(readSearch(writeSearch(new URLSearchParams(), state))).toEqual(state);
  });

  it('leaves out nonsense instead of failing', () => {
    const nonsense = 'sort=best&from=gestern&to=2026-99-99&like=-4&fold=perhaps&without=&synonyms=1';
    expect(readSearch(new URLSearchParams(nonsense))).toEqual(usual);
  });

  it('is short where everything is usual, and keeps what belongs to others', () => {
    const state = readSearch(new URLSearchParams());
    expect(writeSearch(new URLSearchParams('fold=false&feedback=7'), state).toString()).toBe('feedback=7');
  });

  it('takes values of filters in and out', () => {
    const state = toggled(readSearch(new URLSearchParams(address)), 'channel', 'review');
    expect(state.filters.channel).toEqual(['social']);
    expect(toggled(state, 'channel', 'social').filters).toEqual({ product: [''] });
    expect(chosenCount(state)).toBe(3);
    expect(chosenCount(unfiltered(state))).toBe(0);
  });

  it('asks the API the same for hits, counts and explanation', () => {
    expect(searchQueryOf(readSearch(new URLSearchParams(address)))).toEqual({
      q: '充電 NOT 料金',
      sort: 'relevance',
      from: '2026-01-01',
      to: '',
      channel: ['review', 'social'],
      product: [''],
      synonyms: true,
      without: ['充電器'],
      fold: false,
      like: 12,
    });
  });
});

describe('How an answer is looked at', () => {
  const address =
    'tab=analysis&explain=true&timeline=table&by=%E5%9C%B0%E5%9F%9F&at=120&unfolded=4&unfolded=9';

  it('is read from the address and written back the same', () => {
    const view = readView(new URLSearchParams(address));
    expect(view).toEqual({
      tab: 'analysis',
      explain: true,
      timeline: 'table',
      by: '地域',
      at: 120,
      unfolded: [4, 9],
    });
    expect(readView(writeView(new URLSearchParams(), view))).toEqual(view);
  });

  it('is not in the address where it is usual', () => {
    const view = readView(new URLSearchParams('tab=all&timeline=pie&at=-3&unfolded=x'));
    expect(writeView(new URLSearchParams(address + '&q=a'), view).toString()).toBe('q=a');
  });
});
