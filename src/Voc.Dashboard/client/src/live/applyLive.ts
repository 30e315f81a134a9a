import type { QueryClient } from '@tanstack/react-query';
import type { IssueDetail, IssueList } from '../api/types';
import { arrivals } from './arrivals';
import {
  addToFeed,
  changeFeedback,
  changeIssue,
  countFeedback,
  isNewTo,
  refreshIssue,
  removeFromFeed,
  setToday,
  type IssueFilter,
} from './liveCache';
import { addAlert, alertArrivals } from '../saved/alertArrivals';
import { alertsQuery, savedQuery } from '../saved/savedQueries';
import type { LiveHandlers } from './LiveConnection';
import { feedQuery, trendsQuery } from './liveQueries';

/** Filters and orders of boards are the server's, so a board is asked for again, but not more often than this. */
const boardPause = 1000;
const waiting = new WeakSet<QueryClient>();

function boardGrewOld(client: QueryClient, isPartial: boolean) {
  if (waiting.has(client)) return;
  waiting.add(client);
  setTimeout(() => {
    waiting.delete(client);
    void client.invalidateQueries({ queryKey: ['board'] });
    // What is not on a list of the first may have changed what is counted there.
    if (isPartial) void client.invalidateQueries({ queryKey: ['issues'] });
  }, boardPause);
}

/** Carries every message into the data the pages show. */
export function applyLive(
  client: QueryClient,
  isoDate: (at: string) => string,
): Pick<
  LiveHandlers,
  | 'feedbackArrived'
  | 'feedbackChanged'
  | 'feedbackDeleted'
  | 'issueChanged'
  | 'savedSearchAlert'
  | 'trendTick'
> {
  return {
    feedbackArrived(message) {
      const fresh = { ...message, items: arrivals.feedback(message.items) };
      client.setQueryData(feedQuery.queryKey, (feed) => feed && addToFeed(feed, message));
      client.setQueryData(trendsQuery.queryKey, (trends) => trends && countFeedback(trends, fresh, isoDate));
      if (message.items.some((item) => item.channel === 'call-note'))
        void client.invalidateQueries({ queryKey: ['notes', 'recent'] });
    },
    feedbackChanged(message) {
      client.setQueryData(feedQuery.queryKey, (feed) => feed && changeFeedback(feed, message));
      for (const { id } of message.items)
        // A page that is correcting it knows better until the server has answered.
        if (client.isMutating({ mutationKey: ['labels', id] }) === 0)
          void client.invalidateQueries({ queryKey: ['feedback', id] });
      void client.invalidateQueries({ queryKey: ['search'] });
      void client.invalidateQueries({ queryKey: ['issue'] });
      void client.invalidateQueries(trendsQuery);
    },
    feedbackDeleted(message) {
      arrivals.deleted(message.ids);
      client.setQueryData(feedQuery.queryKey, (feed) => feed && removeFromFeed(feed, message));
      for (const id of message.ids) void client.invalidateQueries({ queryKey: ['feedback', id] });
      void client.invalidateQueries({ queryKey: ['search'] });
      void client.invalidateQueries({ queryKey: ['notes', 'recent'] });
      void client.invalidateQueries(trendsQuery);
    },
    issueChanged(message) {
      const lists = client.getQueriesData<IssueList>({ queryKey: ['issues'] });
      const known = lists.flatMap(([, list]) => list ?? []);
      if (known.length > 0 && known.every((list) => isNewTo(list, message.issue)))
        arrivals.issue(message.issue);
      for (const [key, list] of lists)
        if (list)
          client.setQueryData(key, changeIssue(list, message, (key[1] as { state: IssueFilter }).state));
      client.setQueriesData<IssueList>(
        { queryKey: ['board'] },
        (list) => list && refreshIssue(list, message),
      );
      boardGrewOld(
        client,
        known.some((list) => list.total > list.items.length),
      );
      client.setQueryData<IssueDetail>(
        ['issue', message.issue.id],
        (issue) => issue && { ...issue, ...message.issue },
      );
      for (const id of [message.issue.id, ...message.issue.merged])
        void client.invalidateQueries({ queryKey: ['issue', id] });
      void client.invalidateQueries(trendsQuery);
    },
    savedSearchAlert({ alert }) {
      client.setQueryData(alertsQuery.queryKey, (alerts) => alerts && addAlert(alerts, alert));
      void client.invalidateQueries(savedQuery);
      alertArrivals.add(alert);
    },
    trendTick(tick) {
      client.setQueryData(trendsQuery.queryKey, (trends) => trends && setToday(trends, tick, isoDate));
    },
  };
}
