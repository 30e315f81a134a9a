import { Alert, Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesOf } from '../api/problem';
import type { ReplayList } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import { yearBefore } from './period';
import { useStart } from './useStart';

interface Props {
  archive: NonNullable<ReplayList['archive']>;
  /** The setting in force. */
  setting: number;
  started: (id: number) => void;
}

/** Which period to replay, at which setting, and how carefully. */
export function ReplayForm({ archive, setting, started }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState(() => yearBefore(archive));
  const [to, setTo] = useState(archive.to);
  const [perYear, setPerYear] = useState<number | string>(setting);
  const [copies, setCopies] = useState<number | string>(3);
  const [curve, setCurve] = useState(true);
  const start = useStart(started);
  return (
    <Panel title={t('replay.newRun')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ from, to, falseAlarmsPerYear: Number(perYear), copies: Number(copies), curve });
        }}
      >
        <Stack gap="sm">
          <Group grow gap="sm">
            <TextInput
              type="date"
              label={t('replay.from')}
              required
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('replay.to')}
              required
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Group>
          <Text size="xs" c="dimmed" mt={-6}>
            {t('replay.periodHint', {
              from: format.calendarDate(archive.from),
              to: format.calendarDate(archive.to),
            })}
          </Text>
          <NumberInput
            label={t('replay.setting')}
            description={t('replay.settingHint', { setting: format.decimal(setting) })}
            required
            min={0.1}
            max={1000}
            decimalScale={1}
            value={perYear}
            onChange={setPerYear}
          />
          <NumberInput
            label={t('replay.copies')}
            description={t('replay.copiesHint')}
            required
            min={1}
            max={10}
            allowDecimal={false}
            value={copies}
            onChange={setCopies}
          />
          <Switch
            label={t('replay.curve')}
            description={t('replay.curveHint')}
            checked={curve}
            onChange={(event) => setCurve(event.currentTarget.checked)}
          />
          {start.error && (
            <Alert color="red" role="alert" py="xs">
              {messagesOf(start.error).join(' ')}
            </Alert>
          )}
          <Button
            type="submit"
            loading={start.isPending}
            disabled={perYear === '' || copies === '' || !from || !to}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
          >
            {t('replay.start')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
