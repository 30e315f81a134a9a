import { Anchor, Group, Kbd, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Assignee, IssueDetail, IssueState } from '../api/types';
import { Panel } from '../app/Panel';
import { useHasRole, useUser } from '../session/useSession';
import { CommentForm } from './CommentForm';
import { MuteConditions } from './MuteConditions';
import { SettledInput } from './SettledInput';
import { isAfterFix, nextStates, stateKeys } from './states';
import { useIssueChange } from './useIssueChange';
import { useStateKeys } from './useStateKeys';

export function IssueTriage({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const mayTriage = useHasRole('product');
  return (
    <Panel title={t('issues.triage')}>
      {mayTriage ? (
        <Controls issue={issue} />
      ) : (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('issues.readOnly')}
          </Text>
          <Ticket url={issue.ticketUrl} />
          <CommentForm id={issue.id} />
        </Stack>
      )}
    </Panel>
  );
}

function Controls({ issue }: { issue: IssueDetail }) {
  const { t } = useTranslation();
  const change = useIssueChange(issue.id);
  const assignees = useAssignees(issue.assignee);
  const me = useUser().userName;
  const comment = useRef<HTMLTextAreaElement>(null);
  const next = nextStates[issue.state];
  const go = (state: IssueState) => !change.isPending && change.mutate({ state });

  useStateKeys({
    ...Object.fromEntries(next.map((state) => [stateKeys[state], () => go(state)])),
    c: () => comment.current?.focus(),
    e: () => !change.isPending && change.mutate({ assignee: me }),
  });

  return (
    <Stack gap="sm">
      <Group grow align="flex-start" gap="sm">
        <Select
          label={t('issues.stateLabel')}
          value={issue.state}
          onChange={(state) => state && state !== issue.state && go(state)}
          data={[issue.state, ...next].map((value) => ({ value, label: t(`issues.state.${value}`) }))}
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
      <Text size="xs" c="dimmed" visibleFrom="sm">
        {next.map((state) => (
          <span key={state} style={{ marginInlineEnd: 8, whiteSpace: 'nowrap' }}>
            <Kbd size="xs">{stateKeys[state]}</Kbd> {t(`issues.state.${state}`)}
          </span>
        ))}
        <span style={{ marginInlineEnd: 8, whiteSpace: 'nowrap' }}>
          <Kbd size="xs">e</Kbd> {t('issues.key.mine')}
        </span>
        <span style={{ whiteSpace: 'nowrap' }}>
          <Kbd size="xs">c</Kbd> {t('issues.comment')}
        </span>
      </Text>
      {issue.state === 'muted' && (
        <MuteConditions mute={issue.mute} pending={change.isPending} change={change.mutate} />
      )}
      <Group grow align="flex-start" gap="sm">
        <SettledInput
          type="date"
          label={t('issues.dueOn')}
          value={issue.dueOn ?? ''}
          onSettled={(dueOn) => change.mutate({ dueOn })}
        />
        {isAfterFix(issue.state) && (
          <SettledInput
            type="date"
            label={t('issues.fixedOn')}
            value={issue.fixedOn ?? ''}
            onSettled={(fixedOn) => fixedOn && change.mutate({ fixedOn })}
          />
        )}
      </Group>
      <div>
        <SettledInput
          type="url"
          label={t('issues.ticketUrl')}
          placeholder="https://"
          value={issue.ticketUrl ?? ''}
          onSettled={(ticketUrl) => change.mutate({ ticketUrl })}
        />
        <Ticket url={issue.ticketUrl} />
      </div>
      <CommentForm id={issue.id} field={comment} />
    </Stack>
  );
}

/** A ticket elsewhere; the server keeps http and https only, and what else might come is no link. */
function Ticket({ url }: { url: string | null }) {
  const { t } = useTranslation();
  if (!url || !/^https?:\/\//i.test(url)) return null;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm" display="block" truncate mt={4}>
      {t('issues.openTicket', { url })}
    </Anchor>
  );
}

/** Those the server lets look after issues, and who does so now. */
function useAssignees(current: string | null) {
  const people = useQuery({
    queryKey: ['assignees'],
    queryFn: ({ signal }) => api.get<Assignee[]>('/issues/assignees', {}, signal),
  });
  const names = new Map((people.data ?? []).map((user) => [user.userName, user.displayName]));
  if (current && !names.has(current)) names.set(current, current);
  return [...names].map(([value, label]) => ({ value, label: label || value }));
}
