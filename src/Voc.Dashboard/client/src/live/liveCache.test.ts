import { describe, expect, it } from 'vitest';
import { createFormat } from '../format/format';
import { someFeedback, someIssue, someIssues, someTrends } from '../test/samples';
import { addToFeed, changeFeedback, changeIssue, countFeedback, feedLength, setToday } from './liveCache';

const { isoDate } = createFormat('ja', 'Asia/Tokyo');
const tick = {
  sequence: 103,
  at: '2026-03-02T12:00:00+09:00',
  total: 7,
  positive: 2,
  neutral: 2,
  negative: 3,
};

describe('The live feed', () => {
  it('puts the newest in front, and once only when a message comes again', () => {
    const feed = { items: [someFeedback(1)], sequence: 100 };
    const message = { items: [someFeedback(2), someFeedback(3)], sequence: 102 };
    const after = addToFeed(feed, message);
    expect(after.items.map((item) => item.id)).toEqual([3, 2, 1]);
    expect(after.sequence).toBe(102);
    expect(addToFeed(after, message)).toBe(after);
  });

  it('shows corrected labels where it has the feedback, and adds none it does not have', () => {
    const feed = { items: [someFeedback(2), someFeedback(1)], sequence: 100 };
    const corrected = someFeedback(1, { sentiment: { label: 'positive', score: 1 } });
    const after = changeFeedback(feed, { items: [corrected, someFeedback(9)], sequence: 101 });
    expect(after).toEqual({ items: [someFeedback(2), corrected], sequence: 101 });
  });

  it('keeps no more than it can show', () => {
    const items = Array.from({ length: feedLength + 50 }, (_, at) => someFeedback(at + 10));
    const after = addToFeed({ items: [someFeedback(1)], sequence: 1 }, { items, sequence: 2 });
    expect(after.items).toHaveLength(feedLength);
    expect(after.items[0]!.id).toBe(feedLength + 59);
  });
});

describe('The live trends', () => {
  it('count new feedback by channel and sentiment, and not again when it is replayed', () => {
    const message = { items: [someFeedback(7), someFeedback(8, { channel: 'social' })], sequence: 102 };
    const after = countFeedback(someTrends(), message, isoDate);
    expect(after.channels).toEqual([
      { value: 'review', count: 16 },
      { value: 'social', count: 1 },
    ]);
    expect(after.sentiments).toEqual([{ value: 'negative', count: 8 }]);
    expect(after.kpis.lastHour).toBe(3);
    expect(countFeedback(after, message, isoDate)).toBe(after);
  });

  it('leave out imported feedback from before the days shown', () => {
    const old = someFeedback(7, { occurredAt: '2025-12-24T10:00:00+09:00' });
    expect(countFeedback(someTrends(), { items: [old], sequence: 102 }, isoDate).channels).toEqual([
      { value: 'review', count: 15 },
    ]);
  });

  it('take the day from a tick as it is', () => {
    const after = setToday(someTrends(), tick, isoDate);
    expect(after.points).toHaveLength(2);
    expect(after.points[1]).toEqual({ date: '2026-03-02', total: 7, positive: 2, neutral: 2, negative: 3 });
    expect(after.kpis).toMatchObject({ today: 7, yesterday: 10 });
  });

  it('begin a new day at midnight of the company, not of the reader', () => {
    const after = setToday(someTrends(), { ...tick, at: '2026-03-02T15:30:00Z', total: 1 }, isoDate);
    expect(after.points.map((point) => point.date)).toEqual(['2026-03-02', '2026-03-03']);
    expect(after.kpis).toMatchObject({ today: 1, yesterday: 5 });
  });

  it('ignore a tick that is older than what is shown', () => {
    const trends = someTrends();
    expect(setToday(trends, { ...tick, total: 4 }, isoDate)).toBe(trends);
  });
});

describe('The live issues', () => {
  const list = someIssues([someIssue(1), someIssue(2)]);

  it('gain a new one in front', () => {
    const after = changeIssue(list, { issue: someIssue(3), sequence: 101 }, 'open');
    expect(after.items.map((issue) => issue.id)).toEqual([3, 1, 2]);
    expect(after.total).toBe(3);
    expect(after.states).toEqual([{ value: 'new', count: 3 }]);
  });

  it('do not take an old one that a longer list would have for a new one', () => {
    const page = { ...list, total: 500 };
    const old = someIssue(9, { detectedAt: '2026-01-01T09:00:00+09:00' });
    expect(changeIssue(page, { issue: old, sequence: 101 }, 'open').items).toHaveLength(2);
  });

  it('change where they stand', () => {
    const grown = someIssue(2, { count: 30, updatedAt: '2026-03-02T10:00:00+09:00' });
    const after = changeIssue(list, { issue: grown, sequence: 101 }, 'open');
    expect(after.items.map((issue) => issue.count)).toEqual([12, 30]);
  });

  it('leave the list whose filter no longer has them', () => {
    const fixed = someIssue(1, { state: 'fixed', updatedAt: '2026-03-02T10:00:00+09:00' });
    expect(changeIssue(list, { issue: fixed, sequence: 101 }, 'open').items.map((issue) => issue.id)).toEqual(
      [2],
    );
    expect(changeIssue(list, { issue: fixed, sequence: 101 }, 'all')).toMatchObject({
      items: [fixed, someIssue(2)],
      states: [
        { value: 'new', count: 1 },
        { value: 'fixed', count: 1 },
      ],
    });
  });

  it('leave the list when they became a part of another', () => {
    const survivor = someIssue(2, { merged: [1], updatedAt: '2026-03-02T10:00:00+09:00' });
    const after = changeIssue(list, { issue: survivor, sequence: 101 }, 'open');
    expect(after.items.map((issue) => issue.id)).toEqual([2]);
  });

  it('are not set back by an older state that is replayed', () => {
    const newer = someIssues([someIssue(1, { count: 40, updatedAt: '2026-03-02T11:00:00+09:00' })]);
    expect(changeIssue(newer, { issue: someIssue(1), sequence: 101 }, 'open')).toBe(newer);
  });
});
