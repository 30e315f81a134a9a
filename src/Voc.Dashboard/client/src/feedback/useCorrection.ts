import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Correction, FeedbackDetail, LabelChange } from '../api/types';
import { failureMessages } from '../app/States';
import { useUser } from '../session/useSession';
import { corrected, labelsOf, restored } from './corrections';
import { feedbackQuery } from './feedbackQuery';
import { useTopicsQuery } from './useTopics';

type Step = { change: LabelChange } | { restore: Correction | null };

/** Corrects labels at once: the page shows it before the server has answered, and takes it back where it refuses. */
export function useCorrection(feedback: FeedbackDetail) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { userName } = useUser();
  const topics = useQuery(useTopicsQuery()).data ?? [];
  const [before, setBefore] = useState<(Correction | null)[]>([]);
  const { id } = feedback;
  const { queryKey } = feedbackQuery(id);
  const mutationKey = ['labels', id];

  const step = useMutation({
    mutationKey,
    // One after the other: the last click has the last word.
    scope: { id: mutationKey.join() },
    mutationFn: (wanted: Step) => send(id, wanted),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (shown) => {
        if (!shown) return shown;
        if ('restore' in wanted) return restored(shown, wanted.restore, topics);
        return corrected(shown, wanted.change, { by: userName, at: new Date().toISOString() }, topics);
      });
    },
    onSuccess: (answer) => {
      if (isLast()) client.setQueryData(queryKey, answer);
    },
    onError: (error) => {
      setBefore([]);
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') });
      return client.invalidateQueries({ queryKey });
    },
    onSettled: () => {
      if (!isLast()) return;
      for (const key of ['search', 'corrections', 'models', 'taxonomy'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const isLast = () => client.isMutating({ mutationKey }) === 1;

  return {
    isSaving: step.isPending,
    isSaved: step.isSuccess,
    correct: (change: LabelChange) => {
      setBefore((steps) => [...steps, feedback.corrected]);
      step.mutate({ change });
    },
    withdraw: () => {
      setBefore((steps) => [...steps, feedback.corrected]);
      step.mutate({ restore: null });
    },
    /** Null where nothing was changed on this page. */
    undo:
      before.length === 0
        ? null
        : () => {
            step.mutate({ restore: before.at(-1)! });
            setBefore((steps) => steps.slice(0, -1));
          },
  };
}

async function send(id: number, step: Step) {
  const path = `/feedback/${id}/labels`;
  if ('change' in step) return api.put<FeedbackDetail>(path, step.change);
  // A correction says nothing about what it leaves as read, so an earlier one is put in the place of none.
  const read = await api.delete<FeedbackDetail>(path).catch((error: unknown) => {
    if (step.restore) return null;
    throw error;
  });
  return step.restore ? api.put<FeedbackDetail>(path, labelsOf(step.restore)) : read!;
}
