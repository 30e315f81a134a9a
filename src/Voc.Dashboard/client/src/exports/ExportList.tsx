import { Badge, Button, Divider, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Export, ExportState } from '../api/types';
import { useFormat } from '../format/useFormat';
import { exportsQuery, isActive } from './exportQueries';

const colours: Record<ExportState, string> = {
  queued: 'gray',
  running: 'ai',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
};
const shown = 8;

/** The last exports: how far they are, and their files. */
export function ExportList() {
  const { t } = useTranslation();
  const { data } = useQuery(exportsQuery);
  const exports = data?.filter((one) => one.state !== 'cancelled').slice(0, shown);
  if (!exports || exports.length === 0) return null;
  return (
    <section aria-label={t('exports.recent')}>
      <Divider my="md" label={t('exports.recent')} labelPosition="left" />
      <Stack gap="sm">
        {exports.map((one) => (
          <ExportRow key={one.id} job={one} />
        ))}
      </Stack>
    </section>
  );
}

function ExportRow({ job }: { job: Export }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.delete(`/exports/${job.id}`),
    onSettled: () => client.invalidateQueries(exportsQuery),
  });
  const query = new URLSearchParams(job.search).get('q');
  const facts = [
    t(`exports.formats.${job.format}`),
    job.total !== null && t('exports.rows', { rows: format.count(job.total) }),
    job.bytes !== null && t('exports.size', { size: format.count(Math.ceil(job.bytes / 1024)) }),
    job.expiresAt && t('exports.until', { day: format.date(job.expiresAt) }),
  ].filter(Boolean);
  return (
    <article aria-label={t('exports.number', { id: job.id })}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Group gap="xs" miw={0}>
          <Badge color={colours[job.state]}>{t(`exports.state.${job.state}`)}</Badge>
          <Text size="sm" truncate>
            {query || t('exports.everything')}
          </Text>
          <Text size="xs" c="dimmed">
            {format.dateTime(job.createdAt)}
          </Text>
        </Group>
        <Group gap={6} wrap="nowrap">
          {job.state === 'done' && (
            <Button
              component="a"
              href={`/api/v1/exports/${job.id}/file`}
              download
              size="compact-sm"
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              {t('exports.download')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => remove.mutate()}
            loading={remove.isPending}
          >
            {t(isActive(job) ? 'exports.cancel' : 'exports.remove')}
          </Button>
        </Group>
      </Group>
      {isActive(job) && (
        <Group gap="sm" mt={4} wrap="nowrap">
          <Progress
            value={job.total ? (100 * job.written) / job.total : 100}
            animated
            flex={1}
            aria-label={t('exports.progress')}
          />
          {job.total !== null && (
            <Text size="xs" c="dimmed" className="tabular">
              {t('exports.rowsOf', { rows: format.count(job.written), total: format.count(job.total) })}
            </Text>
          )}
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {facts.join(' ・ ')}
      </Text>
      {job.replacedCharacters > 0 && (
        <Text size="xs" c="var(--voc-negative-text)">
          {t('exports.replaced', { characters: format.count(job.replacedCharacters) })}
        </Text>
      )}
      {job.cutCells > 0 && (
        <Text size="xs" c="var(--voc-negative-text)">
          {t('exports.cut', { cells: format.count(job.cutCells) })}
        </Text>
      )}
      {job.error && (
        <Text size="xs" c="var(--voc-negative-text)" role="alert">
          {job.error}
        </Text>
      )}
    </article>
  );
}
