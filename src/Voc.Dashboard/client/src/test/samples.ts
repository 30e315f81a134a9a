import type { FeedbackSummary, IssueSummary, Trends } from '../api/types';

export const someFeedback = (id: number, change: Partial<FeedbackSummary> = {}): FeedbackSummary => ({
  id,
  channel: 'review',
  source: 'レビューサイト',
  product: '炊飯器',
  occurredAt: '2026-03-02T10:00:00+09:00',
  text: `声 ${id}`,
  sentiment: { label: 'negative', score: -0.6 },
  topics: [],
  intents: ['complaint'],
  ...change,
});

export const someIssue = (id: number, change: Partial<IssueSummary> = {}): IssueSummary => ({
  id,
  title: `課題 ${id}`,
  titleEn: `Issue ${id}`,
  state: 'new',
  polarity: 'negative',
  product: '炊飯器',
  terms: ['異臭'],
  firstSeen: '2026-03-01T09:00:00+09:00',
  lastSeen: '2026-03-02T09:00:00+09:00',
  detectedAt: '2026-03-02T09:00:00+09:00',
  count: 12,
  expected: 2.5,
  windowDays: 7,
  pValue: 1e-6,
  severity: 'high',
  growth: 4.8,
  channels: [],
  sparkline: [0, 0, 3],
  assignee: null,
  updatedAt: '2026-03-02T09:00:00+09:00',
  ...change,
});

export const someTrends = (change: Partial<Trends> = {}): Trends => ({
  points: [
    { date: '2026-03-01', total: 10, positive: 3, neutral: 3, negative: 4 },
    { date: '2026-03-02', total: 5, positive: 1, neutral: 2, negative: 2 },
  ],
  channels: [{ value: 'review', count: 15 }],
  sentiments: [{ value: 'negative', count: 6 }],
  kpis: {
    today: 5,
    yesterday: 10,
    lastHour: 1,
    negativeShare: 0.4,
    negativeSharePrevious: 0.3,
    openIssues: 2,
    nps: null,
  },
  sequence: 100,
  ...change,
});
