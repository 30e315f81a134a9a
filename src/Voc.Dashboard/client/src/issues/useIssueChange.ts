import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { IssueChange, IssueDetail, IssueList } from '../api/types';
import { failureMessages } from '../app/States';
import { issueQuery } from './issueQueries';
import { passesStates } from './states';

/** Asks the server for something that answers with the issue as it is then. */
function useIssueRequest<T>(request: (value: T) => Promise<IssueDetail>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: request,
    onSuccess: (issue) => apply(client, issue),
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}

/** Shows an issue as it is now wherever it is shown, and takes it out of the boards whose states no longer have it. */
async function apply(client: QueryClient, issue: IssueDetail) {
  client.setQueryData(issueQuery(issue.id).queryKey, issue);
  // An answer that is under way may be of before the change.
  await client.cancelQueries({ queryKey: ['board'] });
  for (const [key, list] of client.getQueriesData<IssueList>({ queryKey: ['board'] })) {
    if (!list?.items.some(({ id }) => id === issue.id)) continue;
    const stays = passesStates(issue.state, (key[1] as { state: string[] }).state);
    client.setQueryData(key, {
      ...list,
      total: list.total - (stays ? 0 : 1),
      items: list.items.flatMap((one) => (one.id !== issue.id ? one : stays ? { ...one, ...issue } : [])),
    });
  }
  void client.invalidateQueries({ queryKey: ['board'] });
  void client.invalidateQueries({ queryKey: ['issues'] });
}

export const useIssueChange = (id: number) =>
  useIssueRequest((change: IssueChange) => api.patch<IssueDetail>(`/issues/${id}`, change));

/** Changes any issue of a list. */
export const useAnyIssueChange = () =>
  useIssueRequest(({ id, change }: { id: number; change: IssueChange }) =>
    api.patch<IssueDetail>(`/issues/${id}`, change),
  );

export const useAddComment = (id: number) =>
  useIssueRequest((text: string) => api.post<IssueDetail>(`/issues/${id}/comments`, { text }));

export const useDeleteComment = (id: number) =>
  useIssueRequest((comment: number) => api.delete<IssueDetail>(`/issues/${id}/comments/${comment}`));
