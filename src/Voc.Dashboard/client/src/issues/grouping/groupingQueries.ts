import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { IssueList, IssueRule, SplitPreview, SplitRequest } from '../../api/types';

export const rulesQuery = (id: number) =>
  queryOptions({
    queryKey: ['issue', id, 'rules'] as const,
    queryFn: ({ signal }) => api.get<IssueRule[]>(`/issues/${id}/rules`, {}, signal),
  });

/** Issues one can be merged with: the newest of all states. */
export const candidatesQuery = queryOptions({
  queryKey: ['merge-candidates'],
  queryFn: ({ signal }) =>
    api.get<IssueList>('/issues', { state: 'all', sort: 'newest', limit: 200 }, signal),
});

export const previewQuery = (id: number, request: SplitRequest) =>
  queryOptions({
    queryKey: ['split-preview', id, request] as const,
    queryFn: ({ signal }) => api.post<SplitPreview>(`/issues/${id}/split/preview`, request, signal),
    retry: false,
  });
