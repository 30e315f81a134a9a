import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ChannelName, Import } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure, WaitingRows, failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { sourcesQuery } from '../sources/sourceQueries';
import { ImportTarget, type Target } from './ImportTarget';
import { MappingEditor } from './MappingEditor';
import { PreviewTable } from './PreviewTable';
import { formOf, importsQuery, presetsQuery, type Reading } from './importQueries';
import { usePreview } from './usePreview';

/** From a chosen file to a started import: how it is read, what comes out, and where it goes. */
export function ImportSetup({ file, done }: { file: File; done: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reading, setReading] = useState<Reading>({ preset: null, mapping: null });
  const [target, setTarget] = useState<Target>({ source: '', channel: null });
  const { preview, mapping, isReadable, error, isStale, retry } = usePreview(file, reading);
  const presets = useQuery(presetsQuery);
  const start = useStart(file, done);
  const usual = (preview?.suggestedMapping?.channel ?? 'survey') as ChannelName;
  const hasSource = target.source.trim() !== '';

  return (
    <Panel
      title={file.name}
      hint={
        preview?.encoding &&
        t('imports.read', {
          size: format.count(Math.ceil(file.size / 1024)),
          encoding: preview.encoding,
          delimiter: delimiterName(preview.delimiter),
        })
      }
      actions={
        <Button variant="subtle" size="compact-sm" onClick={done}>
          {t('imports.otherFile')}
        </Button>
      }
    >
      {error && <Failure error={error} retry={retry} />}
      {!preview && !error && <WaitingRows rows={6} />}
      {preview && (
        <Stack gap="md">
          {preview.notes.map((note) => (
            <Alert key={note} color="gray" py="xs">
              {note}
            </Alert>
          ))}
          <Group align="flex-end" gap="md">
            {mapping && presets.data && presets.data.length > 0 && (
              <Select
                label={t('imports.preset')}
                placeholder={t('imports.noPreset')}
                value={reading.preset ?? preview.preset}
                onChange={(preset) => setReading({ preset, mapping: null })}
                data={presets.data.map(({ id, name }) => ({ value: id, label: name }))}
                clearable
                w={220}
              />
            )}
            <ImportTarget target={target} usual={usual} change={setTarget} />
          </Group>
          {mapping && (
            <MappingEditor
              columns={preview.columns}
              mapping={mapping}
              change={(next) => setReading({ ...reading, mapping: next })}
            />
          )}
          {!isReadable && <Alert color="orange">{t('imports.needsText')}</Alert>}
          <PreviewTable preview={preview} isStale={isStale} />
          {start.error && (
            <Alert color="red" role="alert">
              {failureMessages(start.error, t('app.offline')).join(' ')}
            </Alert>
          )}
          <Group justify="flex-end">
            <Text size="sm" c="dimmed">
              {!hasSource && t('imports.needsSource')}
            </Text>
            <Button
              disabled={!isReadable || !hasSource || error !== null}
              loading={start.isPending}
              onClick={() =>
                start.mutate({
                  source: target.source.trim(),
                  preset: reading.preset,
                  mapping: mapping && { ...mapping, channel: target.channel ?? usual },
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
    mutationFn: ({ source, ...reading }: Reading & { source: string }) =>
      api.post<Import>('/imports', formOf(file, reading, source)),
    onSuccess: async () => {
      await client.invalidateQueries(importsQuery);
      void client.invalidateQueries(sourcesQuery);
      notifications.show({ message: t('imports.started', { name: file.name }) });
      done();
    },
  });
}

const delimiterName = (delimiter: string | null) => (delimiter === '\t' ? 'Tab' : (delimiter ?? '–'));
