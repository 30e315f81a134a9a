import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type {
  CreatedSource,
  NewSource,
  PlatformKind,
  ReviewPreview,
  RunAnswer,
  SocialPreview,
  Source,
  SourceChange,
  SourceFlow,
  SourceTest,
  TrialAnswer,
  WatchedFolder,
} from '../api/types';

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) => api.get<Source[]>('/sources', {}, signal),
});

export const sourceFlowQuery = (id: number) =>
  queryOptions({
    queryKey: ['sources', id, 'flow'],
    queryFn: ({ signal }) => api.get<SourceFlow>(`/sources/${id}/flow`, {}, signal),
  });

export const watchedFolderQuery = queryOptions({
  queryKey: ['sources', 'watched-folder'],
  queryFn: ({ signal }) => api.get<WatchedFolder>('/sources/watched-folder', {}, signal),
});

export function useCreateSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: NewSource) => api.post<CreatedSource>('/sources', source),
    onSuccess: () => client.invalidateQueries(sourcesQuery),
  });
}

export function useChangeSource(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SourceChange) => api.patch<Source>(`/sources/${id}`, change),
    onSuccess: () => client.invalidateQueries(sourcesQuery),
  });
}

export function useRunSource(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<RunAnswer>(`/sources/${id}/run`),
    onSettled: () => client.invalidateQueries(sourcesQuery),
  });
}

export const useTestSource = (id: number) =>
  useMutation({
    mutationFn: (test: Partial<SourceTest>) => api.post<TrialAnswer>(`/sources/${id}/test`, test),
  });

export interface ReviewTest {
  url?: string;
  html?: string;
  settings: Record<string, unknown>;
}

export const useReviewTest = () =>
  useMutation({
    mutationFn: (test: ReviewTest) =>
      api.post<ReviewPreview>('/sources/preview', { kind: 'review-page', ...test }),
  });

export interface SocialTest {
  kind: PlatformKind;
  settings: Record<string, unknown>;
  secret: string | null;
  /** The source whose stored secret may be used. */
  id: number | null;
}

export const useSocialTest = () =>
  useMutation({
    mutationFn: (test: SocialTest) => api.post<SocialPreview>('/sources/social-preview', test),
  });
