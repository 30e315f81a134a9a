import type { FeedbackSummary, IssueSummary, SearchAlert } from '../api/types';

/** Address and method names of the hub; the server declares the same and a test compares the two. */
export const hubPath = '/hubs/live';

export const LiveMessages = {
  subscribe: 'Subscribe',
  feedbackArrived: 'feedbackArrived',
  feedbackChanged: 'feedbackChanged',
  feedbackDeleted: 'feedbackDeleted',
  issueChanged: 'issueChanged',
  savedSearchAlert: 'savedSearchAlert',
  trendTick: 'trendTick',
} as const;

export interface FeedbackArrived {
  sequence: number;
  items: FeedbackSummary[];
}

/** Feedback whose labels somebody corrected, in its new state. */
export interface FeedbackChanged {
  sequence: number;
  items: FeedbackSummary[];
}

/** Feedback that is no more. */
export interface FeedbackDeleted {
  sequence: number;
  ids: number[];
}

export interface IssueChanged {
  sequence: number;
  issue: IssueSummary;
}

/** A saved search of one's own, or one that is followed, alerted. */
export interface SavedSearchAlert {
  sequence: number;
  alert: SearchAlert;
}

/** Counts of the company's current day so far. */
export interface TrendTick {
  sequence: number;
  at: string;
  total: number;
  positive: number;
  neutral: number;
  negative: number;
}
