import { Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from './useSetting';

const weeks = 52;
const least = 0.1;
const most = 1000;

interface Props {
  /** The setting in force, in false alarms a year. */
  setting: number;
  close: () => void;
}

/** Sets how many false alarms are accepted, in a year or in a week, without a replay. */
export function SettingForm({ setting, close }: Props) {
  const { t } = useTranslation();
  const set = useSetting();
  const [unit, setUnit] = useState<'year' | 'week'>('year');
  const [value, setValue] = useState<number | string>(setting);
  const factor = unit === 'week' ? weeks : 1;
  const perYear = Math.round(Number(value) * factor * 10) / 10;
  const turn = (to: 'year' | 'week') => {
    if (to === unit || value === '') return setUnit(to);
    setValue(to === 'week' ? Math.round((Number(value) / weeks) * 100) / 100 : perYear);
    setUnit(to);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(perYear, { onSuccess: close });
      }}
    >
      <Stack gap="xs">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <NumberInput
            size="xs"
            style={{ flex: 1 }}
            label={t('replay.settingValue')}
            required
            min={0}
            decimalScale={2}
            value={value}
            onChange={setValue}
            data-autofocus
          />
          <SegmentedControl
            size="xs"
            aria-label={t('replay.settingUnit.label')}
            data={(['year', 'week'] as const).map((value) => ({
              value,
              label: t(`replay.settingUnit.${value}`),
            }))}
            value={unit}
            onChange={(to) => turn(to as 'year' | 'week')}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {t('replay.settingMeaning')}
        </Text>
        <Group gap="xs">
          <Button
            size="xs"
            type="submit"
            loading={set.isPending}
            disabled={value === '' || perYear < least || perYear > most || perYear === setting}
          >
            {t('replay.settingSave')}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {t('replay.settingKeep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
