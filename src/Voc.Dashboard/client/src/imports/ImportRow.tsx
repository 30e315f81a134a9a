import { Badge, Button, Group, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Import, ImportState } from '../api/types';
import { useFormat } from '../format/useFormat';
import classes from './ImportRow.module.css';
import { ImportProblems } from './ImportProblems';
import { ImportUndo } from './ImportUndo';
import { importsQuery, isActive } from './importQueries';

const colours: Record<ImportState, string> = {
  queued: 'gray',
  running: 'ai',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
  undoing: 'ai',
  undone: 'gray',
};

export function ImportRow({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => api.post(`/imports/${job.id}/cancel`),
    onSettled: () => client.invalidateQueries(importsQuery),
  });
  const counts = (['accepted', 'duplicates', 'rejected', 'analysed'] as const).map((name) =>
    t(`imports.${name}`, { rows: format.count(job[name]) }),
  );
  return (
    <article className={classes.row} aria-label={job.fileName}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge color={colours[job.state]}>{t(`imports.state.${job.state}`)}</Badge>
          <Text fw={600}>{job.fileName}</Text>
          <Text size="sm" c="dimmed">
            {job.source}
            {job.startedAt && ` ・ ${format.dateTime(job.startedAt)}`}
          </Text>
        </Group>
        <Group gap="xs">
          {job.rejected > 0 && (
            <Button
              component="a"
              href={`/api/v1/imports/${job.id}/report`}
              download
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              {t('imports.report')}
            </Button>
          )}
          {job.canUndo && <ImportUndo job={job} />}
          {isActive(job) && (
            <Button
              size="compact-sm"
              variant="default"
              color="red"
              onClick={() => cancel.mutate()}
              loading={cancel.isPending}
            >
              {t('imports.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {isActive(job) && <ImportProgress job={job} />}
      <Text size="sm" c="dimmed" mt={4} className="tabular">
        {[...counts, job.state === 'undone' && t('imports.removed', { rows: format.count(job.removed) })]
          .filter(Boolean)
          .join(' ・ ')}
      </Text>
      {job.error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert">
          {job.error}
        </Text>
      )}
      <ImportProblems job={job} />
    </article>
  );
}

function ImportProgress({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = job.rowsTotal ? Math.min(1, job.rowsRead / job.rowsTotal) : null;
  return (
    <Group gap="sm" mt={6} wrap="nowrap">
      <Progress
        value={share === null ? 100 : share * 100}
        animated
        flex={1}
        aria-label={t('imports.progress', { name: job.fileName })}
      />
      <Text size="xs" c="dimmed" className="tabular">
        {job.rowsTotal
          ? t('imports.rowsOf', { rows: format.count(job.rowsRead), total: format.count(job.rowsTotal) })
          : t('imports.rows', { rows: format.count(job.rowsRead) })}
      </Text>
    </Group>
  );
}
