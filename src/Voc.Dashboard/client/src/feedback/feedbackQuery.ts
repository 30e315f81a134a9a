import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Explanation, FeedbackDetail, SimilarFeedback } from '../api/types';

export const feedbackQuery = (id: number) =>
  queryOptions({
    queryKey: ['feedback', id],
    queryFn: ({ signal }) => api.get<FeedbackDetail>(`/feedback/${id}`, {}, signal),
  });

/** Words of the text and what moved its score, as the reading in use has it. */
export const explanationQuery = (id: number) =>
  queryOptions({
    queryKey: ['explanation', id],
    queryFn: ({ signal }) => api.get<Explanation>(`/feedback/${id}/explanation`, {}, signal),
  });

/** Others that say nearly the same, newest first. */
export const similarFeedbackQuery = (id: number) =>
  queryOptions({
    queryKey: ['similar-feedback', id],
    queryFn: ({ signal }) => api.get<SimilarFeedback>(`/feedback/${id}/similar`, {}, signal),
  });
