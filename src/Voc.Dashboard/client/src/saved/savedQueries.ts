import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { AlertList, SavedSearch, SavedSearchInput, SearchAlert, Webhook } from '../api/types';
import { alertsAtHand } from './alertArrivals';

export const savedQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: ({ signal }) => api.get<SavedSearch[]>('/saved-searches', {}, signal),
});

export const savedSearchQuery = (id: number) =>
  queryOptions({
    queryKey: ['saved-searches', id],
    queryFn: ({ signal }) => api.get<SavedSearch>(`/saved-searches/${id}`, {}, signal),
    // A period has become dates of the day it was asked on.
    gcTime: 0,
  });

export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: ({ signal }) => api.get<AlertList>('/alerts', { limit: alertsAtHand }, signal),
});

export const alertsOfQuery = (id: number) =>
  queryOptions({
    queryKey: ['saved-searches', id, 'alerts'],
    queryFn: ({ signal }) => api.get<SearchAlert[]>(`/saved-searches/${id}/alerts`, {}, signal),
  });

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => api.get<Webhook[]>('/webhooks', {}, signal),
});

/** What is sent to keep a search as it is; the caller changes what shall be another. */
export const inputOf = ({ name, note, query, shared, alert }: SavedSearch): SavedSearchInput => ({
  name,
  note,
  query,
  shared,
  alert,
});

/** Keeps a new search, or changes the version of one that the page has. */
export function useKeepSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ before, input }: { before: SavedSearch | null; input: SavedSearchInput }) =>
      before
        ? api.put<SavedSearch>(`/saved-searches/${before.id}`, input, before.version)
        : api.post<SavedSearch>('/saved-searches', input),
    onSettled: () => client.invalidateQueries(savedQuery),
  });
}

export function useRemoveSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: SavedSearch) => api.delete(`/saved-searches/${id}`, version),
    onSettled: async () => {
      await client.invalidateQueries(savedQuery);
      await client.invalidateQueries(alertsQuery);
    },
  });
}

export function useFollow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, followed }: SavedSearch) =>
      followed ? api.delete(`/saved-searches/${id}/follow`) : api.put(`/saved-searches/${id}/follow`),
    onSettled: async () => {
      await client.invalidateQueries(savedQuery);
      await client.invalidateQueries(alertsQuery);
    },
  });
}

/** Notes that the alerts up to one were seen. */
export function useSeeAlerts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (through: number) => api.post('/alerts/seen', { through }),
    onMutate: () => client.setQueryData(alertsQuery.queryKey, (alerts) => alerts && { ...alerts, unread: 0 }),
  });
}
