import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Feed, Trends } from '../api/types';

export const feedQuery = queryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal }) => api.get<Feed>('/feedback', { limit: 50 }, signal),
  staleTime: Infinity,
});

/** Shares and the last hour also change without new feedback, so they are asked for every minute. */
export const trendsQuery = queryOptions({
  queryKey: ['trends'],
  queryFn: ({ signal }) => api.get<Trends>('/trends', { days: 30 }, signal),
  refetchInterval: 60_000,
});
