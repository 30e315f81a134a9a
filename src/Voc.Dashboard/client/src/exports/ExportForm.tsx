import { Alert, Button, Group, MultiSelect, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { messagesOf, type Problem } from '../api/problem';
import type { Export, ExportEncoding, ExportFormat, NewExport } from '../api/types';
import { useFormat } from '../format/useFormat';
import { exportColumnsQuery, exportsQuery } from './exportQueries';

const formats: ExportFormat[] = ['csv', 'xlsx', 'jsonl'];
const encodings: ExportEncoding[] = ['utf-8', 'cp932'];

export function ExportForm({ search, total }: { search: string; total: number | null }) {
  const { t } = useTranslation();
  const words = useFormat();
  const client = useQueryClient();
  const known = useQuery(exportColumnsQuery);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [encoding, setEncoding] = useState<ExportEncoding>('utf-8');
  const [cover, setCover] = useState(true);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const columns = chosen ?? known.data?.filter((column) => column.usual).map((column) => column.id) ?? [];
  const start = useMutation<Export, Problem, NewExport>({
    mutationFn: (body) => api.post<Export>('/exports', body),
    onSuccess: () => client.invalidateQueries(exportsQuery),
  });
  return (
    <Stack gap="sm">
      <Text size="sm">
        {total === null ? t('exports.all') : t('exports.total', { total: words.count(total) })}
      </Text>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('exports.format')}
          value={format}
          onChange={(value) => setFormat(value as ExportFormat)}
          data={formats.map((value) => ({ value, label: t(`exports.formats.${value}`) }))}
        />
        {format === 'csv' && (
          <SegmentedControl
            aria-label={t('exports.encoding')}
            value={encoding}
            onChange={(value) => setEncoding(value as ExportEncoding)}
            data={encodings.map((value) => ({ value, label: t(`exports.encodings.${value}`) }))}
          />
        )}
      </Group>
      <MultiSelect
        label={t('exports.columns')}
        description={t('exports.columnsHint')}
        data={known.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={columns}
        onChange={setChosen}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage={t('exports.noColumn')}
        error={columns.length === 0 && known.isSuccess ? t('exports.needsColumn') : undefined}
      />
      <Switch
        label={t('exports.cover')}
        description={t('exports.coverHint')}
        checked={cover}
        onChange={(event) => setCover(event.currentTarget.checked)}
      />
      {start.error && (
        <Alert color="red" role="alert" py="xs">
          {messagesOf(start.error).join(' ')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button
          onClick={() => start.mutate({ search, format, encoding, columns, cover })}
          loading={start.isPending}
          disabled={columns.length === 0}
        >
          {t('exports.start')}
        </Button>
      </Group>
    </Stack>
  );
}
