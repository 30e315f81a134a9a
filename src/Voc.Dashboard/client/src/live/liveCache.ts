import type { Feed, IssueList, IssueState, IssueSummary, TrendPoint, Trends } from '../api/types';
import { isOpen } from '../issues/states';
import type { FeedbackArrived, FeedbackChanged, FeedbackDeleted, IssueChanged, TrendTick } from './messages';

/** How many of the newest are kept on the page; the archive is for the rest. */
export const feedLength = 200;

/** Each function gives the same result when a message comes a second time. */
export function addToFeed(feed: Feed, { items, sequence }: FeedbackArrived): Feed {
  const known = new Set(feed.items.map((item) => item.id));
  const fresh = items.filter((item) => !known.has(item.id)).reverse();
  if (fresh.length === 0 && sequence <= feed.sequence) return feed;
  return {
    items: [...fresh, ...feed.items].slice(0, feedLength),
    sequence: Math.max(feed.sequence, sequence),
  };
}

/** Puts feedback whose labels were corrected in the place of what the page has of it. */
export function changeFeedback(feed: Feed, { items, sequence }: FeedbackChanged): Feed {
  const changed = new Map(items.map((item) => [item.id, item]));
  return {
    items: feed.items.map((item) => changed.get(item.id) ?? item),
    sequence: Math.max(feed.sequence, sequence),
  };
}

/** Takes out what was deleted. */
export function removeFromFeed(feed: Feed, { ids, sequence }: FeedbackDeleted): Feed {
  return {
    items: feed.items.filter((item) => !ids.includes(item.id)),
    sequence: Math.max(feed.sequence, sequence),
  };
}

export function countFeedback(
  trends: Trends,
  { items, sequence }: FeedbackArrived,
  isoDate: (at: string) => string,
): Trends {
  if (sequence <= trends.sequence) return trends;
  const firstDay = trends.points[0]?.date ?? '';
  const shown = items.filter((item) => isoDate(item.occurredAt) >= firstDay);
  return {
    ...trends,
    sequence,
    channels: plus(
      trends.channels,
      shown.map((item) => item.channel),
    ),
    sentiments: plus(
      trends.sentiments,
      shown.map((item) => item.sentiment.label),
    ),
    kpis: { ...trends.kpis, lastHour: trends.kpis.lastHour + items.length },
  };
}

function plus(counts: Trends['channels'], values: string[]) {
  const sums = new Map(counts.map(({ value, count }) => [value, count]));
  for (const value of values) sums.set(value, (sums.get(value) ?? 0) + 1);
  return [...sums].map(([value, count]) => ({ value, count }));
}

/** A tick tells the whole of the current day, so it replaces that day; a new day pushes the oldest out. */
export function setToday(trends: Trends, tick: TrendTick, isoDate: (at: string) => string): Trends {
  const { total, positive, neutral, negative } = tick;
  const today: TrendPoint = { date: isoDate(tick.at), total, positive, neutral, negative };
  const last = trends.points.at(-1);
  if (last && today.date < last.date) return trends;
  const isNewDay = last !== undefined && today.date > last.date;
  if (last && !isNewDay && today.total < last.total) return trends;
  return {
    ...trends,
    points: isNewDay ? [...trends.points.slice(1), today] : [...trends.points.slice(0, -1), today],
    kpis: { ...trends.kpis, today: total, yesterday: isNewDay ? last.total : trends.kpis.yesterday },
  };
}

export type IssueFilter = 'open' | 'all' | IssueState;

export const matches = (issue: IssueSummary, filter: IssueFilter) =>
  filter === 'all' || (filter === 'open' ? isOpen(issue.state) : issue.state === filter);

/** Whether a list of the newest would have an issue that it does not: it has them all, or the issue is newer than its last. */
export function isNewTo(list: IssueList, issue: IssueSummary) {
  const last = list.items.at(-1);
  return (
    !list.items.some((item) => item.id === issue.id) &&
    (list.items.length >= list.total || !last || issue.detectedAt >= last.detectedAt)
  );
}

function moved(states: IssueList['states'], from: string | undefined, to: string) {
  const counts = new Map(states.map(({ value, count }) => [value, count]));
  if (from !== undefined) counts.set(from, Math.max(0, (counts.get(from) ?? 0) - 1));
  counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** Puts a changed issue in its place, in front where it is new, or takes it out where the filter no longer has it. */
export function changeIssue(
  list: IssueList,
  { issue, sequence }: IssueChanged,
  filter: IssueFilter,
): IssueList {
  const merged = new Set(issue.merged);
  const items = list.items.filter((item) => !merged.has(item.id));
  const at = items.findIndex((item) => item.id === issue.id);
  const known = items[at];
  if (known && new Date(known.updatedAt) > new Date(issue.updatedAt))
    return merged.size > 0 ? { ...list, items } : list;
  if (known && matches(issue, filter)) items[at] = issue;
  else if (known) items.splice(at, 1);
  else if (matches(issue, filter) && isNewTo(list, issue)) items.unshift(issue);
  else return { ...list, sequence: Math.max(list.sequence, sequence) };
  return {
    ...list,
    items,
    total: list.total + items.length - list.items.length,
    states: moved(list.states, known?.state, issue.state),
    sequence: Math.max(list.sequence, sequence),
  };
}

/** Shows the new state of an issue where the list has it; its place and what is new is for the server to say. */
export function refreshIssue(list: IssueList, { issue }: IssueChanged): IssueList {
  const at = list.items.findIndex((item) => item.id === issue.id);
  const known = list.items[at];
  if (!known || new Date(known.updatedAt) >= new Date(issue.updatedAt)) return list;
  return { ...list, items: list.items.with(at, issue) };
}
