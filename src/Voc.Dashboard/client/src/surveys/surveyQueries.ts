import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Survey, SurveyInvitation, SurveyResult } from '../api/types';
import type { SurveySettings } from './surveyDraft';

export const surveysQuery = queryOptions({
  queryKey: ['surveys'],
  queryFn: ({ signal }) => api.get<Survey[]>('/surveys', {}, signal),
});

export const surveyQuery = (id: number, language: string) =>
  queryOptions({
    queryKey: ['surveys', id, language],
    queryFn: ({ signal }) => api.get<SurveyResult>(`/surveys/${id}`, {}, signal),
    refetchInterval: 15_000,
  });

export const surveyPreviewQuery = (settings: SurveySettings, lang: string) =>
  queryOptions({
    queryKey: ['survey-preview', settings, lang],
    queryFn: ({ signal }) => api.post<{ html: string }>('/surveys/preview', { settings, lang }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });

export function useCreateSurvey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (survey: { name: string; settings: SurveySettings }) => api.post<Survey>('/surveys', survey),
    onSuccess: () => client.invalidateQueries({ queryKey: surveysQuery.queryKey }),
  });
}

export function useChangeSurvey(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { settings?: SurveySettings; published?: boolean }) =>
      api.patch<Survey>(`/surveys/${id}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: surveysQuery.queryKey }),
  });
}

export function useInvite(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (recipients: { customer: string | null; segment: string | null }[]) =>
      api.post<SurveyInvitation[]>(`/surveys/${id}/invitations`, { recipients }),
    onSuccess: () => client.invalidateQueries({ queryKey: surveysQuery.queryKey }),
  });
}
