import { describe, expect, it } from 'vitest';
import { readSearch } from '../search/searchState';
import { csvOf } from './miningQuery';
import { addressOf, resultSetOf } from './resultSet';

const address = new URLSearchParams(
  'q=遅い OR 重い&from=2026-01-01&channel=review&sort=relevance&synonyms=true&at=40&unfolded=7&tab=analysis&m.view=network&m.nodes=80',
);
const search = readSearch(address);

describe('The texts that are analysed', () => {
  it('are those of the search, however they would be listed', () => {
    expect(resultSetOf(search)).toMatchObject({
      q: '遅い OR 重い',
      from: '2026-01-01',
      channel: ['review'],
      synonyms: true,
    });
    for (const listing of ['sort', 'fold']) expect(resultSetOf(search)).not.toHaveProperty(listing);
  });

  it('can be had as a file with the same question', () => {
    const url = new URL(
      csvOf('keywords', resultSetOf(search), { sort: 'texts', pos: '' }),
      'http://voc.test',
    );
    expect(url.pathname).toBe('/api/v1/mining/keywords');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      q: '遅い OR 重い',
      channel: 'review',
      sort: 'texts',
      format: 'csv',
    });
    expect(url.searchParams.has('pos')).toBe(false);
  });

  it('are narrowed to a row in the results, and the way back leads to the same view', () => {
    const narrow = addressOf(address, search, 'term:充電');
    expect(narrow.get('q')).toBe('(遅い OR 重い) term:充電');
    expect(narrow.get('from')).toBe('2026-01-01');
    expect(narrow.getAll('channel')).toEqual(['review']);
    expect(narrow.get('synonyms')).toBe('true');
    expect(narrow.has('tab') || narrow.has('at') || narrow.has('unfolded')).toBe(false);
    expect(narrow.get('m.view')).toBe('network');
    expect(narrow.get('m.nodes')).toBe('80');
  });
});
