import { Button, Checkbox, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DetectionSlices } from '../api/types';
import { Panel } from '../app/Panel';
import { failureMessages } from '../app/States';
import { useFieldName } from '../feedback/useFieldName';
import { useFormat } from '../format/useFormat';
import { slicesQuery } from './replayQueries';

const mostChosen = 8;
const shown = 3;

/** In which values of which fields issues are looked for, and who chose that. */
export function SlicePanel() {
  const { t } = useTranslation();
  const { data } = useQuery(slicesQuery);
  if (!data || (data.seen.length === 0 && data.chosen === null)) return null;
  return (
    <Panel title={t('replay.sliceTitle')}>
      <SliceChoice key={(data.chosen ?? ['*']).join('\n')} data={data} />
    </Panel>
  );
}

function SliceChoice({ data }: { data: DetectionSlices }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldName = useFieldName();
  const save = useSave();
  const [isAuto, setAuto] = useState(data.chosen === null);
  const used = data.seen.filter(({ use }) => use === 'used').map(({ field }) => field);
  const [fields, setFields] = useState(data.chosen ?? used);
  const name = (field: string) => (field === 'source' ? t('issues.source') : fieldName(field));
  const all = [
    ...data.seen.map(({ field }) => field),
    ...fields.filter((f) => !data.seen.some((s) => s.field === f)),
  ];
  const isChanged =
    isAuto !== (data.chosen === null) ||
    (!isAuto && [...fields].sort().join('\n') !== [...(data.chosen ?? [])].sort().join('\n'));
  return (
    <Stack gap="xs">
      <Text size="xs" c="dimmed">
        {t('replay.sliceHint')}
      </Text>
      <Switch
        size="xs"
        label={t('replay.sliceAuto')}
        description={t('replay.sliceAutoHint')}
        checked={isAuto}
        onChange={(event) => setAuto(event.currentTarget.checked)}
      />
      <Checkbox.Group
        aria-label={t('replay.sliceFields')}
        value={isAuto ? used : fields}
        onChange={setFields}
      >
        <Stack gap={6}>
          {all.map((field) => {
            const seen = data.seen.find((one) => one.field === field);
            return (
              <Checkbox
                key={field}
                size="xs"
                value={field}
                label={name(field)}
                description={seen && t(`replay.sliceUse.${seen.use}`, { values: format.count(seen.values) })}
                disabled={isAuto || (fields.length >= mostChosen && !fields.includes(field))}
              />
            );
          })}
        </Stack>
      </Checkbox.Group>
      {isChanged && (
        <Button
          size="xs"
          loading={save.isPending}
          onClick={() => save.mutate(isAuto ? null : fields)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('replay.sliceSave')}
        </Button>
      )}
      {data.changes.slice(0, shown).map((change) => (
        <Text key={change.at} size="xs" c="dimmed">
          {change.fields === null
            ? t('replay.sliceChosenAuto')
            : change.fields.length === 0
              ? t('replay.sliceChosenNone')
              : t('replay.sliceChosen', { fields: change.fields.map(name).join('、') })}
          {` ・ ${change.who} ・ ${format.dateTime(change.at)}`}
        </Text>
      ))}
    </Stack>
  );
}

function useSave() {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: string[] | null) => api.put<DetectionSlices>('/detection/slices', { fields }),
    onSuccess: (slices) => {
      client.setQueryData(slicesQuery.queryKey, slices);
      notifications.show({ message: t('replay.sliceSaved') });
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}
