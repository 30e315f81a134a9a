import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RecentNote } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useNow } from '../app/useNow';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';

export function RecentNotes() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { open } = useFeedbackLink();
  const recent = useQuery({
    queryKey: ['notes', 'recent'],
    queryFn: ({ signal }) => api.get<{ items: RecentNote[] }>('/notes/recent', {}, signal),
    // A note that is not read yet is looked at again, should its arrival not be pushed.
    refetchInterval: (query) =>
      query.state.data?.items.some((note) => note.state === 'queued') ? 3000 : false,
  });
  return (
    <Panel title={t('notes.recent')} flush>
      {recent.error && !recent.data && <Failure error={recent.error} retry={() => void recent.refetch()} />}
      {recent.isPending && <WaitingRows rows={4} height={64} />}
      {recent.data?.items.length === 0 && <Empty title={t('notes.none')}>{t('notes.noneHint')}</Empty>}
      {recent.data?.items.map((note) => (
        <FeedbackRow
          key={note.id}
          feedback={note}
          open={open}
          when={
            <Group gap={6} component="span" display="inline-flex">
              {note.state === 'queued' && (
                <Badge size="xs" color="gray">
                  {t('notes.queued')}
                </Badge>
              )}
              {format.ago(note.occurredAt, now)}
            </Group>
          }
        />
      ))}
    </Panel>
  );
}
