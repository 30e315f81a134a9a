import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { DeadLetter, DeadLetterChange, DeadLetterFix, RetryAnswer } from '../api/types';
import { sourcesQuery } from './sourceQueries';

export const deadLettersQuery = (source: number) =>
  queryOptions({
    queryKey: ['sources', source, 'dead-letters'],
    queryFn: ({ signal }) => api.get<DeadLetter[]>(`/sources/${source}/dead-letters`, {}, signal),
  });

export const deadLetterChangesQuery = (source: number) =>
  queryOptions({
    queryKey: ['sources', source, 'dead-letters', 'changes'],
    queryFn: ({ signal }) =>
      api.get<DeadLetterChange[]>(`/sources/${source}/dead-letters/changes`, {}, signal),
  });

/** Everything about sources begins with this key: their numbers change too. */
const everything = { queryKey: sourcesQuery.queryKey };

export function useRetry({ sourceId, id }: DeadLetter) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fix: Partial<DeadLetterFix>) =>
      api.post<RetryAnswer>(`/sources/${sourceId}/dead-letters/${id}/retry`, fix),
    onSettled: () => client.invalidateQueries(everything),
  });
}

export function useDiscard({ sourceId, id }: DeadLetter) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post(`/sources/${sourceId}/dead-letters/${id}/discard`, { reason }),
    onSettled: () => client.invalidateQueries(everything),
  });
}
