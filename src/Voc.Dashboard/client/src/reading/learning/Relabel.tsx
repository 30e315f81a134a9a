import { Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReadingStatus } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { statusQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import { Job } from './Job';
import { useOrder, useWhenDone } from './useJob';

/** How many texts an older version read, and the way to have them read anew. */
export function Relabel() {
  const { t } = useTranslation();
  const status = useQuery(statusQuery);
  return (
    <Panel title={t('reading.relabel')}>
      {status.error && !status.data && <Failure error={status.error} retry={() => void status.refetch()} />}
      {status.isPending && <WaitingRows rows={2} height={22} />}
      {status.data && <Status status={status.data} />}
    </Panel>
  );
}

function Status({ status }: { status: ReadingStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mayTeach } = useMayTry();
  const start = useOrder('/reading/relabel', statusQuery.queryKey);
  const cancel = useOrder('/reading/relabel/cancel', statusQuery.queryKey);
  const { relabel } = status;
  const isRunning = relabel?.state === 'running';
  useWhenDone(isRunning);
  const count = { stale: format.count(status.stale), total: format.count(status.total) };
  if (isRunning)
    return (
      <Job
        label={t(`reading.relabellingScope.${relabel.scope}`, { word: relabel.word })}
        share={relabel.total > 0 ? relabel.done / relabel.total : 0}
        detail={t('reading.doneOf', { done: format.count(relabel.done), total: format.count(relabel.total) })}
        cancel={mayTeach && relabel.scope === 'stale' ? () => cancel.mutate(undefined) : undefined}
        isCancelling={cancel.isPending}
      />
    );
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text fw={600}>
          {status.stale > 0 ? t('reading.staleOf', count) : t('reading.allCurrent', count)}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            t('reading.version', { version: format.count(status.version) }),
            relabel?.finishedAt &&
              t(`reading.relabelEnd.${relabel.state === 'cancelled' ? 'cancelled' : 'done'}`, {
                at: format.dateTime(relabel.finishedAt),
                texts: format.count(relabel.done),
              }),
          ]
            .filter(Boolean)
            .join(' ・ ')}
        </Text>
      </div>
      {mayTeach && (
        <Button
          variant={status.stale > 0 ? 'filled' : 'default'}
          leftSection={<IconRefresh size={16} aria-hidden />}
          disabled={status.stale === 0}
          loading={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          {t('reading.relabelNow')}
        </Button>
      )}
    </Group>
  );
}
