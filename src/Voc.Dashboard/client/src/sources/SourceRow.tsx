import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Source } from '../api/types';
import { failureMessages } from '../app/States';
import { SwitchedRow } from '../app/SwitchedRow';
import { useNow } from '../app/useNow';
import { ChannelMark } from '../feedback/ChannelMark';
import { useFormat } from '../format/useFormat';
import { SourceDetails } from './SourceDetails';
import { useChangeSource, useRunSource } from './sourceQueries';
import { fetchedKinds } from './sourceSettings';
import { TestSource } from './TestSource';

export function SourceRow({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useChangeSource(source.id);
  return (
    <SwitchedRow
      label={source.name}
      action={
        <>
          {fetchedKinds.includes(source.kind) && <RunButton source={source} />}
          <TestSource source={source} />
        </>
      }
      isOn={source.enabled}
      isLocked={change.isPending}
      turn={(enabled) => change.mutate({ enabled })}
      switchLabel={t('sources.enabledLabel', { name: source.name })}
      detailsLabel={t('sources.details', { name: source.name })}
      lastError={source.lastError}
      error={change.error}
      details={<SourceDetails source={source} />}
    >
      <Group gap="xs">
        <Text fw={600}>{source.name}</Text>
        <Badge variant="default" size="sm">
          {t(`sources.kind.${source.kind}`)}
        </Badge>
        {source.lastError && (
          <Badge color="red" size="sm">
            {t('sources.failing')}
          </Badge>
        )}
        {source.deadLetters > 0 && (
          <Badge color="orange" size="sm">
            {t('sources.deadLetters', { letters: format.count(source.deadLetters) })}
          </Badge>
        )}
      </Group>
      <Group gap="md" c="dimmed" fz="xs" style={{ rowGap: 2 }}>
        <ChannelMark channel={source.channel} />
        <span>{t('sources.total', { total: format.count(source.total) })}</span>
        <span>{t('sources.lastDay', { count: format.count(source.lastDay) })}</span>
        <LastReceived source={source} />
        <LastRun source={source} />
        {source.schedule && <span>{t('sources.every', { minutes: source.schedule })}</span>}
      </Group>
    </SwitchedRow>
  );
}

function LastReceived({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  return (
    <span>
      {source.lastReceivedAt
        ? t('sources.lastReceived', { when: format.ago(source.lastReceivedAt, now) })
        : t('sources.neverRan')}
    </span>
  );
}

/** When a source that is fetched was read, which is not to say that it had anything new. */
function LastRun({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  if (!source.lastRunAt || !fetchedKinds.includes(source.kind)) return null;
  return (
    <span>
      {t('sources.lastRun', { when: format.ago(source.lastRunAt, now) })}
      {source.lastCount !== null && ` ・ ${t('sources.lastCount', { last: source.lastCount })}`}
    </span>
  );
}

function RunButton({ source }: { source: Source }) {
  const { t } = useTranslation();
  const run = useRunSource(source.id);
  const start = () =>
    run.mutate(undefined, {
      onSuccess: ({ accepted, duplicates, rejected, edited, removed, error }) =>
        notifications.show({
          color: error ? 'red' : undefined,
          title: source.name,
          message:
            error ??
            [
              t('sources.ran', { accepted, duplicates, rejected }),
              edited + removed > 0 && t('sources.social.changed', { edited, removed }),
            ]
              .filter(Boolean)
              .join(' '),
        }),
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: source.name,
          message: failureMessages(error, t('app.offline')).join(' '),
        }),
    });
  return (
    <Button size="compact-sm" variant="default" onClick={start} loading={run.isPending}>
      {t('sources.runNow')}
    </Button>
  );
}
