import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ChannelName, Import, ImportMapping } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure, WaitingRows, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { sourcesQuery } from '../sources/sourceQueries';
import { ImportTarget } from './ImportTarget';
import { MappingEditor } from './MappingEditor';
import { PreviewTable } from './PreviewTable';
import { isReadable } from './columnRoles';
import { formOf, importsQuery, presetsQuery, previewQuery, type Reading } from './importQueries';

interface Target {
  source: string;
  channel: ChannelName;
}

/** From a chosen file to a started import: how it is read, what comes out, and where it goes. */
export function ImportSetup({ file, done }: { file: File; done: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reading, setReading] = useState<Reading>({ preset: null, mapping: null });
  const [target, setTarget] = useState<Target>({ source: '', channel: 'survey' });
  const preview = useQuery(previewQuery(file, reading));
  const presets = useQuery(presetsQuery);
  const start = useStart(file, done);
  const mapping: ImportMapping = reading.mapping ?? preview.data?.suggestedMapping ?? {};
  const isReady = preview.data !== undefined && isReadable(mapping, preview.data.columns);

  return (
    <Panel
      title={file.name}
      hint={
        preview.data &&
        t('imports.read', {
          size: format.count(Math.ceil(file.size / 1024)),
          encoding: preview.data.encoding,
          delimiter: delimiterName(preview.data.delimiter),
        })
      }
      actions={
        <Button variant="subtle" size="compact-sm" onClick={done}>
          {t('imports.otherFile')}
        </Button>
      }
    >
      {preview.error && <Failure error={preview.error} retry={() => void preview.refetch()} />}
      {preview.isPending && <WaitingRows rows={6} />}
      {preview.data && (
        <Stack gap="md">
          <Group align="flex-end" gap="md">
            {presets.data && presets.data.length > 0 && (
              <Select
                label={t('imports.preset')}
                placeholder={t('imports.noPreset')}
                value={reading.preset ?? preview.data.preset}
                onChange={(preset) => setReading({ preset, mapping: null })}
                data={presets.data.map(({ id, name }) => ({ value: id, label: name }))}
                clearable
                w={220}
              />
            )}
            <ImportTarget target={target} change={setTarget} />
          </Group>
          <MappingEditor
            columns={preview.data.columns}
            mapping={mapping}
            change={(next) => setReading({ ...reading, mapping: next })}
          />
          {!isReady && <Alert color="orange">{t('imports.needsText')}</Alert>}
          <PreviewTable preview={preview.data} isStale={preview.isPlaceholderData} />
          {start.error && (
            <Alert color="red" role="alert">
              {failureMessages(start.error, t('app.offline')).join(' ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Text size="sm" c="dimmed">
              {target.source.trim() === '' && t('imports.needsSource')}
            </Text>
            <Button
              disabled={!isReady || target.source.trim() === ''}
              loading={start.isPending}
              onClick={() =>
                start.mutate({
                  ...target,
                  reading: { ...reading, mapping: { ...mapping, channel: target.channel } },
                })
              }
            >
              {t('imports.start')}
            </Button>
          </Group>
        </Stack>
      )}
    </Panel>
  );
}

function useStart(file: File, done: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ source, channel, reading }: Target & { reading: Reading }) => {
      const name = source.trim();
      const sources = await client.ensureQueryData(sourcesQuery);
      if (!sources.some((one) => one.name === name)) {
        await api.post('/sources', { name, channel, kind: 'import', settings: {} });
        await client.invalidateQueries(sourcesQuery);
      }
      return api.post<Import>('/imports', formOf(file, reading, name));
    },
    onSuccess: async () => {
      await client.invalidateQueries(importsQuery);
      notifications.show({ message: t('imports.started', { name: file.name }) });
      done();
    },
  });
}

const delimiterName = (delimiter: string | null) => (delimiter === '\t' ? 'Tab' : (delimiter ?? '–'));
