import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { IssueChange, IssueDetail } from '../api/types';
import { failureMessages } from '../app/States';
import { issueQuery } from './issueQueries';

/** Asks the server for something that answers with the issue as it is then. */
function useIssueRequest<T>(id: number, request: (value: T) => Promise<IssueDetail>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: request,
    onSuccess: (issue) => {
      client.setQueryData(issueQuery(id).queryKey, issue);
      void client.invalidateQueries({ queryKey: ['issues'] });
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}

export const useIssueChange = (id: number) =>
  useIssueRequest(id, (change: IssueChange) => api.patch<IssueDetail>(`/issues/${id}`, change));

export const useAddComment = (id: number) =>
  useIssueRequest(id, (text: string) => api.post<IssueDetail>(`/issues/${id}/comments`, { text }));

export const useDeleteComment = (id: number) =>
  useIssueRequest(id, (comment: number) => api.delete<IssueDetail>(`/issues/${id}/comments/${comment}`));
