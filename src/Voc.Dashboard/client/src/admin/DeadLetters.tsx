import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DeadLetter } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { ChannelMark } from '../feedback/ChannelMark';
import { useFormat } from '../format/useFormat';

const queryKey = ['dead-letters'];

/** Feedback whose analysis kept failing: nothing is lost, it waits here to be tried again. */
export function DeadLetters() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const letters = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<DeadLetter[]>('/dead-letters', {}, signal),
  });
  const requeue = useMutation({
    mutationFn: (id: number | null) => api.post(`/dead-letters/${id === null ? 'requeue' : `${id}/requeue`}`),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  if (letters.error && !letters.data)
    return <Failure error={letters.error} retry={() => void letters.refetch()} />;
  if (!letters.data) return <WaitingRows rows={3} />;
  return (
    <Panel
      title={t('admin.deadLetters', { letters: letters.data.length })}
      flush
      actions={
        letters.data.length > 0 && (
          <Button size="compact-sm" onClick={() => requeue.mutate(null)} loading={requeue.isPending}>
            {t('admin.requeueAll')}
          </Button>
        )
      }
    >
      {requeue.error && <Failure error={requeue.error} />}
      {letters.data.length === 0 && (
        <Empty title={t('admin.noDeadLetters')}>{t('admin.noDeadLettersHint')}</Empty>
      )}
      {letters.data.map((letter) => (
        <Group
          key={letter.id}
          px="md"
          py="sm"
          justify="space-between"
          align="flex-start"
          style={{ borderBottom: '1px solid var(--voc-line)' }}
        >
          <div style={{ flex: '1 1 20rem' }}>
            <Group gap="sm" c="dimmed" fz="xs">
              <ChannelMark channel={letter.channel} />
              <span>
                {letter.source} / {letter.externalId}
              </span>
              <span>{format.dateTime(letter.failedAt)}</span>
              <span>{t('admin.attempts', { attempts: letter.attempts })}</span>
            </Group>
            <Text size="sm" lineClamp={2}>
              {letter.text}
            </Text>
            <Text size="xs" c="var(--voc-negative-text)">
              {letter.error}
            </Text>
            {letter.detail && (
              <Text size="xs" c="dimmed">
                {letter.detail}
              </Text>
            )}
          </div>
          <Button size="compact-sm" variant="default" onClick={() => requeue.mutate(letter.id)}>
            {t('admin.requeue')}
          </Button>
        </Group>
      ))}
    </Panel>
  );
}
