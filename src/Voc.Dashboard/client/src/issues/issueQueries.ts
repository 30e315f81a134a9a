import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { IssueContrasts, IssueDetail, IssueList, IssueOrder, SimilarIssue } from '../api/types';
import { apiQueryOf, type BoardFilter } from './boardAddress';

/** The newest open issues, for the live page, the menu and notices. */
export const newestQuery = queryOptions({
  queryKey: ['issues', { state: 'open' }] as const,
  queryFn: ({ signal }) =>
    api.get<IssueList>('/issues', { state: 'open', sort: 'newest', limit: 100 }, signal),
});

/** Issues of a board from one on; filters and order are the server's. */
export const boardQuery = (filter: BoardFilter, limit: number, offset: number) =>
  queryOptions({
    queryKey: ['board', apiQueryOf(filter), limit, offset] as const,
    queryFn: ({ signal }) => api.get<IssueList>('/issues', { ...apiQueryOf(filter), limit, offset }, signal),
    placeholderData: keepPreviousData,
  });

/** All issues of a board in its order, as it was when one went from it to an issue. */
export const orderQuery = (filter: BoardFilter) =>
  queryOptions({
    queryKey: ['issue-order', apiQueryOf(filter)] as const,
    queryFn: ({ signal }) => api.get<IssueOrder>('/issues/order', apiQueryOf(filter), signal),
    staleTime: Infinity,
  });

export const issueQuery = (id: number) =>
  queryOptions({
    queryKey: ['issue', id] as const,
    queryFn: ({ signal }) => api.get<IssueDetail>(`/issues/${id}`, {}, signal),
  });

/** Asked for again with the issue, but what months say does not change in a minute. */
export const contrastsQuery = (id: number) =>
  queryOptions({
    queryKey: ['issue-contrasts', id] as const,
    queryFn: ({ signal }) => api.get<IssueContrasts>(`/issues/${id}/contrasts`, {}, signal),
    staleTime: 60_000,
  });

export const similarQuery = (id: number) =>
  queryOptions({
    queryKey: ['issue-similar', id] as const,
    queryFn: ({ signal }) => api.get<SimilarIssue[]>(`/issues/${id}/similar`, {}, signal),
    staleTime: 60_000,
  });
