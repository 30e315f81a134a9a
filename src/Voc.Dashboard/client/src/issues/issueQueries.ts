import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { IssueDetail, IssueList } from '../api/types';
import type { IssueFilter } from '../live/liveCache';

export const issueSorts = ['severity', 'newest', 'count', 'growth'] as const;
export type IssueSort = (typeof issueSorts)[number];

export const issuesQuery = (state: IssueFilter, sort: IssueSort) =>
  queryOptions({
    queryKey: ['issues', { state, sort }] as const,
    queryFn: ({ signal }) => api.get<IssueList>('/issues', { state, sort }, signal),
  });

export const issueQuery = (id: number) =>
  queryOptions({
    queryKey: ['issue', id] as const,
    queryFn: ({ signal }) => api.get<IssueDetail>(`/issues/${id}`, {}, signal),
  });
