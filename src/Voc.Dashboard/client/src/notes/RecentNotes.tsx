import { Badge, Button, Group, Kbd } from '@mantine/core';
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
import classes from './RecentNotes.module.css';
import { isMac, useAltKeys } from './useAltKeys';

/** The writer's last notes; what was sent a moment ago can be changed, the newest by Alt+E. */
export function RecentNotes({ change }: { change: (note: RecentNote) => void }) {
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
  const minutesLeft = (note: RecentNote) => Math.round((Date.parse(note.editableUntil) - now) / 60_000);
  const newest = recent.data?.items[0];
  useAltKeys({ KeyE: () => newest && minutesLeft(newest) > 0 && change(newest) });
  return (
    <Panel title={t('notes.recent')} flush>
      {recent.error && !recent.data && <Failure error={recent.error} retry={() => void recent.refetch()} />}
      {recent.isPending && <WaitingRows rows={4} height={64} />}
      {recent.data?.items.length === 0 && <Empty title={t('notes.none')}>{t('notes.noneHint')}</Empty>}
      {recent.data?.items.map((note) => (
        <div key={note.id} className={minutesLeft(note) > 0 ? classes.editable : undefined}>
          <FeedbackRow
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
          {minutesLeft(note) > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              className={classes.change}
              onClick={() => change(note)}
              rightSection={note === newest && <Kbd size="xs" aria-hidden>{`${isMac ? '⌥' : 'Alt'}+E`}</Kbd>}
            >
              {t('notes.change', { minutes: format.count(minutesLeft(note)) })}
            </Button>
          )}
        </div>
      ))}
    </Panel>
  );
}
