import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { FeedbackDetail } from '../api/types';

export const feedbackQuery = (id: number) =>
  queryOptions({
    queryKey: ['feedback', id],
    queryFn: ({ signal }) => api.get<FeedbackDetail>(`/feedback/${id}`, {}, signal),
  });
