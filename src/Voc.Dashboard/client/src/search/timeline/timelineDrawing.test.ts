import { describe, expect, it } from 'vitest';
import { timelineCsv } from './timelineDrawing';

describe('The timeline as a file', () => {
  it('is a table that a spreadsheet opens', async () => {
    const href = timelineCsv([{ value: '2026-03-02', count: 1234 }], '期間', '件数');
    expect(href.startsWith('data:text/csv;charset=utf-8,')).toBe(true);
    expect(decodeURIComponent(href.slice(href.indexOf(',') + 1))).toBe(
      '\uFEFF期間,件数\r\n2026-03-02,1234\r\n',
    );
  });
});
