import { ActionIcon, Group, Text, Timeline } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IssueDetail } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import { useUser } from '../session/useSession';
import { useDeleteComment } from './useIssueChange';

type Entry = IssueDetail['history'][number];

/** What happened to an issue, the newest first. */
export function IssueHistory({ id, history }: { id: number; history: readonly Entry[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const me = useUser();
  const remove = useDeleteComment(id);
  const action = (name: string) =>
    i18n.exists(`issues.action.${name}`) ? t(`issues.action.${name}` as 'issues.action.comment') : name;
  return (
    <Panel title={t('issues.history')}>
      {history.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('issues.noHistory')}
        </Text>
      ) : (
        <Timeline bulletSize={12} lineWidth={1} active={history.length}>
          {[...history].reverse().map((entry) => (
            <Timeline.Item
              key={entry.id}
              title={
                <Group justify="space-between" wrap="nowrap" h={22}>
                  <Text size="sm">{action(entry.action)}</Text>
                  {entry.action === 'comment' && entry.to !== null && entry.who === me.userName && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('issues.deleteComment')}
                      loading={remove.isPending && remove.variables === entry.id}
                      onClick={() => remove.mutate(entry.id)}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  )}
                </Group>
              }
            >
              <Change entry={entry} />
              <Text size="xs" c="dimmed">
                {entry.who || t('issues.system')} ・ {format.dateTime(entry.at)}
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
    </Panel>
  );
}

/** What happened without a value before it. */
const withoutBefore = new Set([
  'detected',
  'merged',
  'mergedInto',
  'unmerged',
  'split',
  'splitFrom',
  'unsplit',
  'ruleEnded',
  'followed',
]);

function Change({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  if (entry.action === 'comment')
    return (
      <Text
        size="sm"
        c={entry.to === null ? 'dimmed' : undefined}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {entry.to ?? t('issues.deletedComment')}
      </Text>
    );
  const shown = (value: string | null) => {
    if (value === null) return t('issues.nothing');
    if (entry.action === 'state' && i18n.exists(`issues.state.${value}`))
      return t(`issues.state.${value}` as 'issues.state.new');
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.calendarDate(value) : value;
  };
  if (entry.from === null && entry.to === null) return null;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {!withoutBefore.has(entry.action) && `${shown(entry.from)} → `}
      {shown(entry.to)}
      {entry.reason && i18n.exists(`issues.reason.${entry.reason}`) && (
        <Text span size="xs" c="dimmed" ml={6}>
          {t(`issues.reason.${entry.reason}` as 'issues.reason.grew')}
        </Text>
      )}
    </Text>
  );
}
