import { describe, expect, it } from 'vitest';
import { createFormat } from './format';

const now = Date.parse('2026-03-02T12:00:00+09:00');

describe('Dates and numbers', () => {
  it('are written for the language and the zone of the company', () => {
    expect(createFormat('ja', 'Asia/Tokyo').dateTime('2026-03-01T16:05:00Z')).toBe('2026/3/2 01:05');
    expect(createFormat('ja', 'UTC').dateTime('2026-03-01T16:05:00Z')).toBe('2026/3/1 16:05');
    expect(createFormat('ja', 'Asia/Tokyo').isoDate('2026-03-01T16:05:00Z')).toBe('2026-03-02');
  });

  it('name a calendar day as it is, in every zone', () => {
    for (const zone of ['Asia/Tokyo', 'UTC', 'Pacific/Auckland', 'Pacific/Honolulu'])
      expect(createFormat('ja', zone).day('2026-03-02')).toBe('3/2');
    expect(createFormat('ja', 'Asia/Tokyo').month('2026-03')).toBe('2026年3月');
  });

  it('tell how long ago within a day, and never in the future', () => {
    const format = createFormat('ja', 'Asia/Tokyo');
    expect(format.ago('2026-03-02T11:57:00+09:00', now)).toBe('3 分前');
    expect(format.ago('2026-03-02T12:00:09+09:00', now)).toBe('今');
    expect(format.ago('2026-02-27T12:00:00+09:00', now)).toBe('2026/2/27 12:00');
  });
});
