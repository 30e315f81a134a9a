import { ActionIcon, Badge, Button, Collapse, Group, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../api/types';
import { failureMessages } from '../app/States';
import { useNow } from '../app/useNow';
import { ChannelMark } from '../feedback/ChannelMark';
import { useFormat } from '../format/useFormat';
import { SourceDetails } from './SourceDetails';
import classes from './SourceRow.module.css';
import { useChangeSource, useRunSource } from './sourceQueries';
import { fetchedKinds } from './sourceSettings';

export function SourceRow({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, details] = useDisclosure(false);
  const change = useChangeSource(source.id);
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <article className={classes.row} aria-label={source.name} data-disabled={!source.enabled || undefined}>
      <div className={classes.head}>
        <div className={classes.name}>
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
          </Group>
          <Group gap="md" c="dimmed" fz="xs">
            <ChannelMark channel={source.channel} />
            <span>{t('sources.total', { total: format.count(source.total) })}</span>
            <LastRun source={source} />
            {source.schedule && <span>{t('sources.every', { minutes: source.schedule })}</span>}
          </Group>
        </div>
        <Group gap="sm" wrap="nowrap">
          {fetchedKinds.includes(source.kind) && <RunButton source={source} />}
          <Switch
            checked={source.enabled}
            onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
            disabled={change.isPending}
            aria-label={t('sources.enabledLabel', { name: source.name })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={details.toggle}
            aria-expanded={isOpen}
            aria-label={t('sources.details', { name: source.name })}
          >
            <Chevron size={17} />
          </ActionIcon>
        </Group>
      </div>
      {source.lastError && (
        <Text size="sm" c="var(--voc-negative-text)" mt={4}>
          {source.lastError}
        </Text>
      )}
      {change.error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert">
          {failureMessages(change.error, t('app.offline')).join(' ')}
        </Text>
      )}
      <Collapse expanded={isOpen}>
        <SourceDetails source={source} />
      </Collapse>
    </article>
  );
}

function LastRun({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  if (!source.lastRunAt) return source.total === 0 && <span>{t('sources.neverRan')}</span>;
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
      onSuccess: ({ accepted, duplicates, rejected, error }) =>
        notifications.show({
          color: error ? 'red' : undefined,
          title: source.name,
          message: error ?? t('sources.ran', { accepted, duplicates, rejected }),
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
