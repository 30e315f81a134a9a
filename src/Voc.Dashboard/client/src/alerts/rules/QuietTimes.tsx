import { ActionIcon, Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuietTime, Weekday } from '../../api/types';
import { endsNextDay, mostQuiet, night, weekdays } from './ruleDraft';

interface Props {
  times: QuietTime[];
  change: (times: QuietTime[]) => void;
  error: string | undefined;
}

/** The times of the week in which nothing is sent. */
export function QuietTimes({ times, change, error }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<QuietTime>) =>
    change(times.map((time, index) => (index === at ? { ...time, ...part } : time)));
  return (
    <Stack gap="xs" component="section" aria-label={t('alerts.quiet')}>
      <div>
        <Text size="sm" fw={500}>
          {t('alerts.quiet')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('alerts.quietHint')}
        </Text>
      </div>
      {times.map((time, at) => (
        <Group key={at} gap="sm" align="flex-end">
          <TextInput
            type="time"
            label={t('alerts.quietFrom')}
            value={time.from}
            onChange={(event) => set(at, { from: event.currentTarget.value })}
            required
            w={110}
          />
          <TextInput
            type="time"
            label={t(endsNextDay(time) ? 'alerts.quietToNext' : 'alerts.quietTo')}
            value={time.to}
            onChange={(event) => set(at, { to: event.currentTarget.value })}
            required
            w={130}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={t('alerts.removeQuiet', { from: time.from, to: time.to })}
            onClick={() => change(times.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
          <Chip.Group
            multiple
            value={time.days}
            onChange={(days) => set(at, { days: weekdays.filter((day) => days.includes(day)) })}
          >
            <Group gap={4} role="group" aria-label={t('alerts.quietDays')} pb={4}>
              {weekdays.map((day: Weekday) => (
                <Chip key={day} value={day} size="xs">
                  {t(`alerts.days.${day}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Group>
      ))}
      {error && (
        <Text size="xs" c="var(--voc-negative-text)" role="alert">
          {error}
        </Text>
      )}
      {times.length < mostQuiet && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change([...times, night])}
          >
            {t('alerts.addQuiet')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
