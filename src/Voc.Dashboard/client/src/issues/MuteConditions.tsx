import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueDetail, IssueChange } from '../api/types';

interface Props {
  mute: IssueDetail['mute'];
  pending: boolean;
  change: (change: IssueChange) => void;
}

/** What brings a muted issue back by itself. */
export function MuteConditions({ mute, pending, change }: Props) {
  const { t } = useTranslation();
  const [until, setUntil] = useState(mute?.until ?? '');
  const [growth, setGrowth] = useState<number | string>(mute?.growthPercent ?? '');
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        {t('issues.mute.hint')}
      </Text>
      <Group grow align="flex-end" gap="sm">
        <NumberInput
          label={t('issues.mute.growth')}
          suffix=" %"
          min={1}
          max={10000}
          step={10}
          allowDecimal={false}
          value={growth}
          onChange={setGrowth}
        />
        <TextInput
          type="date"
          label={t('issues.mute.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Group>
      <Button
        variant="default"
        size="xs"
        loading={pending}
        onClick={() =>
          change({ state: 'muted', mute: { until, growthPercent: growth === '' ? null : Number(growth) } })
        }
      >
        {t('issues.mute.save')}
      </Button>
    </Stack>
  );
}
