import { Alert, Badge, Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MaskingRunInfo } from '../api/types';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { maskingKey } from './maskingQueries';

export function MaskingRun({ run }: { run: MaskingRunInfo | null }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isRunning = run?.state === 'running';
  const turn = useMutation({
    mutationFn: () => api.post(isRunning ? '/masking/run/cancel' : '/masking/run'),
    onSettled: () => client.invalidateQueries({ queryKey: maskingKey }),
  });
  return (
    <Panel title={t('masking.run')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('masking.runHint')}
      </Text>
      {run ? (
        <RunShown run={run} />
      ) : (
        <Text size="sm" mb="sm">
          {t('masking.never')}
        </Text>
      )}
      {turn.error && (
        <Alert color="red" role="alert" mb="sm">
          {failureMessages(turn.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      <Button
        variant={isRunning ? 'default' : 'filled'}
        onClick={() => turn.mutate()}
        loading={turn.isPending}
      >
        {t(isRunning ? 'masking.cancel' : 'masking.start')}
      </Button>
    </Panel>
  );
}

function RunShown({ run }: { run: MaskingRunInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div style={{ marginBottom: 'var(--mantine-spacing-sm)' }}>
      <Group gap="sm" fz="sm">
        <Badge size="sm" miw="max-content">
          {t(`masking.${run.state}`)}
        </Badge>
        <span>
          {t('masking.progress', {
            done: format.count(run.done),
            total: format.count(run.total),
            changed: format.count(run.changed),
          })}
        </span>
        <Text span size="xs" c="dimmed">
          {run.by} {format.dateTime(run.finishedAt ?? run.startedAt)}
        </Text>
      </Group>
      {run.state === 'running' && (
        <Progress
          value={run.total === 0 ? 100 : (100 * run.done) / run.total}
          mt={6}
          aria-label={t('masking.run')}
        />
      )}
    </div>
  );
}
