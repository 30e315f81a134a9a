import i18n from 'i18next';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, withQuery } from '../api/client';
import type { ResultSet } from './resultSet';

export const viewNames = [
  'keywords',
  'opinions',
  'characteristic',
  'network',
  'heatmap',
  'correspondence',
  'timeline',
  'kwic',
] as const;
export type ViewName = (typeof viewNames)[number];

type Options = Parameters<typeof withQuery>[1];

/** What is being read must not change by itself, so an answer stays until something else is asked. */
const stays = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

export const miningQuery = <Answer>(view: ViewName, result: ResultSet, options: Options) =>
  queryOptions({
    ...stays,
    queryKey: ['mining', view, result, options],
    queryFn: ({ signal }) => api.get<Answer>(`/mining/${view}`, { ...result, ...options }, signal),
    placeholderData: keepPreviousData,
  });

/** Where the server hands out the same as a file. A link has no headers, so the address says the reader's language. */
export const csvOf = (view: ViewName, result: ResultSet, options: Options) =>
  `/api/v1${withQuery(`/mining/${view}`, { ...result, ...options, format: 'csv', lang: i18n.language })}`;
