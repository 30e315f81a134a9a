import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { IssueDetail, SplitRequest } from '../../api/types';
import { failureMessages } from '../../app/States';

/** Asks for something that changes which issues there are, and reads all of them again. */
function useRegroup<T, R>(request: (value: T) => Promise<R>, done: (result: R, value: T) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: request,
    onSuccess: (result, value) => {
      for (const key of ['issue', 'issues', 'board', 'issue-order', 'merge-candidates'])
        void client.invalidateQueries({ queryKey: [key] });
      done(result, value);
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}

export interface Merge {
  issues: number[];
  into: number | null;
}

export function useMerge(merged: (into: number) => void) {
  const { t } = useTranslation();
  return useRegroup(
    (merge: Merge) => api.post<IssueDetail>('/issues/merge', merge),
    ({ id }, { issues }) => {
      notifications.show({ message: t('grouping.merged', { count: issues.length }) });
      merged(id);
    },
  );
}

export function useSplit(id: number, split: (issue: IssueDetail) => void) {
  return useRegroup(
    (request: SplitRequest) => api.post<IssueDetail>(`/issues/${id}/split`, request),
    (issue) => split(issue),
  );
}

/** Undoes a decision where that is possible still, or ends it. */
export function useEndRule() {
  const { t } = useTranslation();
  return useRegroup(
    ({ rule, undo }: { rule: number; undo: boolean }) =>
      undo ? api.post(`/issues/rules/${rule}/undo`) : api.delete(`/issues/rules/${rule}`),
    (_, { undo }) => notifications.show({ message: t(undo ? 'grouping.undone' : 'grouping.ended') }),
  );
}
