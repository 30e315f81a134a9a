import { describe, expect, it } from 'vitest';
import { narrowed } from './narrowed';

describe('A search narrowed to a row', () => {
  it('is the row where nothing was searched for', () => {
    expect(narrowed('  ', 'term:充電')).toBe('term:充電');
  });

  it('puts the row beside what must match anyway', () => {
    expect(narrowed('充電 -料金', 'term:遅い')).toBe('充電 -料金 term:遅い');
    expect(narrowed('"夜 OR 昼"', 'term:遅い')).toBe('"夜 OR 昼" term:遅い');
    expect(narrowed("'A OR B' 充電", 'term:遅い')).toBe("'A OR B' 充電 term:遅い");
  });

  it.each(['遅い OR 重い', '遅い ＯＲ 重い', '遅い || 重い', '(a)OR(b)', '"遅い" OR x', "it's OR that's"])(
    'keeps the alternatives of %s together',
    (q) => expect(narrowed(q, 'term:充電')).toBe(`(${q}) term:充電`),
  );

  it('nests once, however often it is narrowed', () => {
    let q = '遅い OR 重い';
    for (let step = 0; step < 20; step++) q = narrowed(q, `term:語${step}`);
    expect(q.startsWith('(遅い OR 重い) term:語0 term:語1 ')).toBe(true);
  });

  it('encloses what it cannot read', () => {
    expect(narrowed('「閉じない', 'term:充電')).toBe('(「閉じない) term:充電');
  });
});
