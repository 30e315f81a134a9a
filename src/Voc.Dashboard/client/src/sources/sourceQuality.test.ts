import { describe, expect, it } from 'vitest';
import { shares } from './sourceQuality';

const quality = {
  sent: 10,
  duplicates: 2,
  refused: 3,
  empty: 1,
  analysed: 5,
  masked: 2,
  japanese: 3,
  english: 1,
  otherLanguage: 0,
  countedSince: null,
};

const share = (key: string, changed: Partial<typeof quality> | { sent: null } = {}) => {
  const found = shares({ ...quality, ...changed }).find((one) => one.key === key)!;
  return `${found.count}/${found.of}`;
};

describe('the quality of a source', () => {
  it('sets what was refused against what was sent, and empty ones apart from faulty ones', () => {
    expect([share('empty'), share('duplicates'), share('faulty')]).toEqual(['1/10', '2/10', '2/10']);
  });

  it('sets masked texts and languages against what was analysed', () => {
    expect([share('masked'), share('japanese'), share('untold')]).toEqual(['2/5', '3/5', '1/5']);
  });

  it('gives no count of what nobody counts', () => {
    expect([share('empty', { sent: null }), share('masked', { sent: null })]).toEqual(['null/0', '2/5']);
  });
});
