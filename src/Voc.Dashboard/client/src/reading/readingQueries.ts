import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type {
  CorrectionPage,
  DictionaryWord,
  LexiconPage,
  ModelList,
  PartOfSpeech,
  ReadingChange,
  ReadingStatus,
  SynonymGroup,
  TargetClass,
  TopicBranch,
} from '../api/types';

/** How often a job that is under way is asked about, in milliseconds. */
const pollInterval = 1000;

export const statusQuery = queryOptions({
  queryKey: ['reading', 'status'],
  queryFn: ({ signal }) => api.get<ReadingStatus>('/reading', {}, signal),
  refetchInterval: ({ state }) => (state.data?.relabel?.state === 'running' ? pollInterval : false),
});

export const changesQuery = queryOptions({
  queryKey: ['reading', 'changes'],
  queryFn: ({ signal }) => api.get<ReadingChange[]>('/reading/changes', {}, signal),
});

export const dictionaryQuery = queryOptions({
  queryKey: ['dictionary'],
  queryFn: ({ signal }) => api.get<DictionaryWord[]>('/dictionary', {}, signal),
});

export const partsOfSpeechQuery = queryOptions({
  queryKey: ['parts-of-speech'],
  queryFn: ({ signal }) => api.get<PartOfSpeech[]>('/dictionary/parts-of-speech', {}, signal),
  staleTime: Infinity,
});

export const synonymsQuery = queryOptions({
  queryKey: ['synonyms'],
  queryFn: ({ signal }) => api.get<SynonymGroup[]>('/vocabulary/synonyms', {}, signal),
});

export const lexiconPageSize = 50;

export const lexiconQuery = (q: string, own: boolean, page: number) =>
  queryOptions({
    queryKey: ['lexicon', { q, own, page }],
    queryFn: ({ signal }) =>
      api.get<LexiconPage>(
        '/lexicon',
        { q, own: own || undefined, limit: lexiconPageSize, offset: (page - 1) * lexiconPageSize },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

export const targetsQuery = queryOptions({
  queryKey: ['lexicon-targets'],
  queryFn: ({ signal }) => api.get<TargetClass[]>('/lexicon/targets', {}, signal),
  staleTime: Infinity,
});

export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => api.get<TopicBranch[]>('/taxonomy', {}, signal),
});

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => api.get<ModelList>('/models', {}, signal),
  refetchInterval: ({ state }) => (state.data?.training?.state === 'running' ? pollInterval : false),
});

export const correctionsPageSize = 20;

export const correctionsQuery = (page: number) =>
  queryOptions({
    queryKey: ['corrections', page],
    queryFn: ({ signal }) =>
      api.get<CorrectionPage>(
        '/corrections',
        { limit: correctionsPageSize, offset: (page - 1) * correctionsPageSize },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
