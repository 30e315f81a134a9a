import { describe, expect, it } from 'vitest';
import { someSnippet } from '../test/samples';
import { insert, known, matching, nextBlank, typedSnippet } from './snippets';

const refund = someSnippet(1, { key: 'hn', text: '{製品}の返金をご希望。理由：{理由}。{折返し}' });
const filled = known(' 加湿器 ', '3/2', '10:05');

describe('A typed key', () => {
  it.each([
    [';hn', 0],
    ['お申し出。；ＨＮ', 5],
    ['二行目\n;Hn', 4],
    ['a;b;hn', 3],
  ])('is found at the end of %j', (text, start) => {
    expect(typedSnippet(text, text.length, [refund])).toEqual({ snippet: refund, start });
  });

  it.each(['hn', ';h', ';hnx', ';h n', '; hn'])('is not %j', (text) => {
    expect(typedSnippet(text, text.length, [refund])).toBeUndefined();
  });

  it('is looked for before the cursor alone', () => {
    expect(typedSnippet(';hnの続き', 3, [refund])?.start).toBe(0);
    expect(typedSnippet('前 ;hn', 2, [refund])).toBeUndefined();
  });

  it('means the own snippet where the company has one of the same key', () => {
    const company = someSnippet(2, { key: 'hn', shared: true });
    expect(typedSnippet(';hn', 3, [company, refund])?.snippet).toBe(refund);
    expect(matching([company, refund], '')).toEqual([refund]);
  });
});

describe('A snippet put in', () => {
  it('fills in what is known and selects the first blank', () => {
    const { text, selection } = insert('前;hn後', [1, 4], refund, filled);
    expect(text).toBe('前加湿器の返金をご希望。理由：{理由}。{折返し}後');
    expect(text.slice(...selection)).toBe('{理由}');
    expect(text.slice(...nextBlank(text, selection[1])!)).toBe('{折返し}');
  });

  it('leaves a blank for what is not known yet', () => {
    const { text, selection } = insert('', [0, 0], refund, known('', '3/2', '10:05'));
    expect(text.slice(...selection)).toBe('{製品}');
  });

  it('leaves the cursor behind it where it has no blank, whatever blanks come after', () => {
    const plain = someSnippet(3, { text: '{日付} {時刻} に案内済み。' });
    expect(insert('x{後}', [1, 1], plain, filled)).toEqual({
      text: 'x3/2 10:05 に案内済み。{後}',
      selection: [17, 17],
    });
  });
});

describe('The list of snippets', () => {
  it('has those with every word, the key that begins so first', () => {
    const other = someSnippet(4, { key: 'kaihen', title: '返金のご案内', text: 'hn を参照' });
    expect(matching([other, refund], '；ＨＮ')).toEqual([refund, other]);
    expect(matching([other, refund], '返金 案内')).toEqual([other]);
    expect(matching([other, refund], '送料')).toEqual([]);
  });
});
