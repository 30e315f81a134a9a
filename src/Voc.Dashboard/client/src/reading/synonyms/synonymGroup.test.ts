import { describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../../api/types';
import { cleaned, matches, nameOf, widthOf } from './synonymGroup';

const group = (...words: string[]): SynonymGroup => ({ id: 1, words, changedBy: '', changedAt: '' });

describe('A group of synonyms', () => {
  it('is called by its words, or by the first three where there are more', () => {
    expect(nameOf(group('配送', '宅配'))).toBe('配送・宅配');
    expect(nameOf(group('a', 'b', 'c', 'd'))).toBe('a・b・c…');
  });

  it('is found by any of its words, whatever the width and case', () => {
    expect(matches(group('ＡＢＣ便', '配送'), ' abc ')).toBe(true);
    expect(matches(group('配送', '宅配'), '返品')).toBe(false);
  });

  it('has each word once', () => {
    expect(cleaned([' 配送 ', '', 'ABC', 'ａｂｃ', '配送'])).toEqual(['配送', 'ABC']);
  });

  it('is drawn against all that it finds', () => {
    expect(widthOf(5, 20)).toBe(25);
    expect(widthOf(0, 0)).toBe(0);
  });
});
