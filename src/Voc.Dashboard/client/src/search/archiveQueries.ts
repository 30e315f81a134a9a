import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { SearchAnswer, ExplainedPart, Suggestion } from '../api/types';
import type { ApiQuery } from './searchState';

export const pageSize = 50;
/** The list goes no deeper; who wants more narrows the search or exports it. The server folds no deeper than this. */
export const deepest = (folds: boolean) => (folds ? 10_000 : 100_000);

/** Facets that every search is counted by. */
export const facetNames = [
  'channel',
  'sentiment',
  'product',
  'topic',
  'intent',
  'source',
  'segment',
  'language',
  'month',
  'attribute',
] as const;
export type FacetName = (typeof facetNames)[number];
/** The name by which the API counts by one attribute; `attribute` alone says which there are. */
export const attributeFacet = (attribute: string) => `attribute:${attribute}`;

/** A list one is reading must not move by itself: what is found stays until it is asked for again. */
const stays = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** The first results, how many there are, and what they are counted by. */
export const answerQuery = (query: ApiQuery) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'answer', query],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>('/search', { ...query, limit: pageSize, facet: facetNames.join(',') }, signal),
  });

/** A later page of the results. */
export const pageQuery = (query: ApiQuery, page: number) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'page', query, page],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>(
        '/search',
        { ...query, limit: pageSize, offset: page * pageSize, count: false },
        signal,
      ),
  });

/** Counts alone. */
export const countQuery = (query: ApiQuery, facet?: string) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'count', query, facet],
    queryFn: ({ signal }) => api.get<SearchAnswer>('/search', { ...query, limit: 0, facet }, signal),
  });

/** How many customers said what is found, and how often it is only repeated; counted apart because it takes longer than all the rest. */
export const customersQuery = (query: ApiQuery) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'customers', query],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>('/search', { ...query, limit: 0, customers: true, repetitions: true }, signal),
  });

/** How the query was understood, with the count of every part. */
export const explainQuery = (query: ApiQuery) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'explain', query],
    queryFn: ({ signal }) => api.get<ExplainedPart>('/search/explain', query, signal),
  });

export const suggestQuery = (q: string, caret: number) =>
  queryOptions({
    queryKey: ['suggest', q, caret],
    queryFn: ({ signal }) => api.get<Suggestion[]>('/search/suggest', { q, caret }, signal),
    staleTime: 60_000,
  });

/** The near-duplicates that stand folded under a hit. */
export const similarQuery = (query: ApiQuery, id: number) =>
  queryOptions({
    ...stays,
    queryKey: ['search', 'similar', query, id],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>('/search', { ...query, under: id, limit: mostSimilar }, signal),
  });

/** The server answers with no more at once. */
export const mostSimilar = 200;
