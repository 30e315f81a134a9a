import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelList, Training } from '../../api/types';
import { Panel } from '../../app/Panel';
import { useFormat } from '../../format/useFormat';
import { modelsQuery } from '../readingQueries';
import { useMayTry } from '../useMayTry';
import { Job } from './Job';
import { useOrder, useWhenDone } from './useJob';

/** Learns from the corrections, in the background. */
export function Train({ models }: { models: ModelList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mayTeach } = useMayTry();
  const [activateIfBetter, setActivateIfBetter] = useState(false);
  const start = useOrder('/models', modelsQuery.queryKey);
  const cancel = useOrder('/models/training/cancel', modelsQuery.queryKey);
  const { training } = models;
  const isRunning = training?.state === 'running';
  useWhenDone(isRunning);
  return (
    <Panel title={t('reading.train')}>
      <Stack gap="sm">
        {models.outdated && !isRunning && (
          <Alert color="orange" p="xs">
            {t('reading.outdated')}
          </Alert>
        )}
        {isRunning ? (
          <Job
            label={t('reading.training')}
            share={training.progress}
            cancel={mayTeach ? () => cancel.mutate(undefined) : undefined}
            isCancelling={cancel.isPending}
          />
        ) : (
          <Group justify="space-between" gap="sm">
            <div>
              <Text fw={600}>
                {models.newCorrections > 0
                  ? t('reading.newCorrections', { corrections: format.count(models.newCorrections) })
                  : t('reading.noNewCorrections')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('reading.trainHint', { corrections: format.count(models.corrections) })}
              </Text>
            </div>
            {mayTeach && (
              <Group gap="md">
                <Checkbox
                  label={t('reading.activateIfBetter')}
                  checked={activateIfBetter}
                  onChange={(event) => setActivateIfBetter(event.currentTarget.checked)}
                />
                <Button
                  leftSection={<IconSchool size={16} aria-hidden />}
                  loading={start.isPending}
                  onClick={() => start.mutate({ activateIfBetter })}
                >
                  {t('reading.trainNow')}
                </Button>
              </Group>
            )}
          </Group>
        )}
        {training && !isRunning && <Outcome training={training} />}
      </Stack>
    </Panel>
  );
}

function Outcome({ training }: { training: Training }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = format.dateTime(training.finishedAt ?? training.startedAt);
  if (training.state === 'failed')
    return (
      <Alert color="red" role="alert" title={t('reading.trainingFailed', { at })}>
        {training.error}
      </Alert>
    );
  return (
    <Text size="sm" c="dimmed" role="status">
      {training.state === 'cancelled'
        ? t('reading.trainingCancelled', { at })
        : t(training.activated ? 'reading.trainedAndUsed' : 'reading.trained', {
            at,
            number: format.count(training.number ?? 0),
          })}
    </Text>
  );
}
