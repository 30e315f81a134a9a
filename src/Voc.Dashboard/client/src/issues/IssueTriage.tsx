import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { IssueChange, IssueDetail, IssueState, User } from '../api/types';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';
import { useHasRole, useUser } from '../session/useSession';
import { issueQuery } from './issueQueries';

/** Where a state may lead; the server refuses anything else. */
const nextStates: Record<IssueState, IssueState[]> = {
  new: ['acknowledged', 'investigating', 'fixed', 'muted'],
  acknowledged: ['investigating', 'fixed', 'muted'],
  investigating: ['acknowledged', 'fixed', 'muted'],
  fixed: ['investigating'],
  muted: ['acknowledged', 'investigating'],
};

function useIssueChange(id: number) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: IssueChange) => api.patch<IssueDetail>(`/issues/${id}`, change),
    onSuccess: (issue) => {
      client.setQueryData(issueQuery(id).queryKey, issue);
      void client.invalidateQueries({ queryKey: ['issues'] });
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}

export function IssueTriage({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const mayTriage = useHasRole('product');
  const change = useIssueChange(issue.id);
  const [comment, setComment] = useState('');
  const assignees = useAssignees(issue.assignee);

  if (!mayTriage)
    return (
      <Panel title={t('issues.triage')}>
        <Text size="sm" c="dimmed">
          {t('issues.readOnly')}
        </Text>
      </Panel>
    );
  return (
    <Panel title={t('issues.triage')}>
      <Stack gap="sm">
        <Group grow align="flex-start" gap="sm">
          <Select
            label={t('issues.stateLabel')}
            value={issue.state}
            onChange={(state) => state !== issue.state && change.mutate({ state: state as IssueState })}
            data={[issue.state, ...nextStates[issue.state]].map((value) => ({
              value,
              label: t(`issues.state.${value}`),
            }))}
            allowDeselect={false}
            disabled={change.isPending}
          />
          <Select
            label={t('issues.assignee')}
            placeholder={t('issues.noAssignee')}
            value={issue.assignee}
            onChange={(assignee) => change.mutate({ assignee: assignee ?? '' })}
            data={assignees}
            clearable
            clearButtonProps={{ 'aria-label': t('issues.noAssignee') }}
            disabled={change.isPending}
          />
        </Group>
        <Textarea
          label={t('issues.comment')}
          placeholder={t('issues.commentPlaceholder')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={8}
        />
        <Button
          variant="light"
          disabled={comment.trim() === ''}
          loading={change.isPending}
          onClick={() => change.mutate({ comment: comment.trim() }, { onSuccess: () => setComment('') })}
        >
          {t('issues.addComment')}
        </Button>
      </Stack>
    </Panel>
  );
}

/** Everybody where the server tells them, else oneself and who has it now. */
function useAssignees(current: string | null) {
  const me = useUser();
  const isAdmin = useHasRole();
  const people = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => api.get<User[]>('/users', {}, signal),
    enabled: isAdmin,
  });
  const names = new Map((people.data ?? [me]).map((user) => [user.userName, user.displayName]));
  if (current && !names.has(current)) names.set(current, current);
  return [...names].map(([value, label]) => ({ value, label }));
}
