import { Checkbox, Fieldset, Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AlertPace, RuleTiming, Weekday } from '../../api/types';
import { QuietTimes } from './QuietTimes';
import { paces, weekdays } from './ruleDraft';

interface Props {
  timing: RuleTiming;
  change: (timing: RuleTiming) => void;
  wrong: Record<string, string[]>;
}

/** When a rule's messages are sent. */
export function RuleTimingFields({ timing, change, wrong }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<RuleTiming>) => change({ ...timing, ...part });
  return (
    <Fieldset legend={t('alerts.when')}>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <Select
            label={t('alerts.pace')}
            value={timing.pace}
            onChange={(pace) => pace && set({ pace: pace as AlertPace })}
            data={paces.map((value) => ({ value, label: t(`alerts.paces.${value}`) }))}
            allowDeselect={false}
            flex="2 1 10rem"
          />
          {timing.pace === 'weekly' && (
            <Select
              label={t('alerts.weekday')}
              value={timing.weekday}
              onChange={(weekday) => weekday && set({ weekday: weekday as Weekday })}
              data={weekdays.map((value) => ({ value, label: t(`alerts.days.${value}`) }))}
              allowDeselect={false}
              flex="1 1 6rem"
            />
          )}
          {(timing.pace === 'daily' || timing.pace === 'weekly') && (
            <Select
              label={t('alerts.hour')}
              value={String(timing.hour)}
              onChange={(hour) => hour && set({ hour: Number(hour) })}
              data={Array.from({ length: 24 }, (_, hour) => ({
                value: String(hour),
                label: t('alerts.hours', { value: hour }),
              }))}
              allowDeselect={false}
              flex="1 1 6rem"
            />
          )}
        </Group>
        <QuietTimes
          times={timing.quiet}
          change={(quiet) => set({ quiet })}
          error={wrong['timing.quiet']?.join(' ')}
        />
        {timing.quiet.length > 0 && (
          <Checkbox
            label={t('alerts.critical')}
            checked={timing.criticalThrough}
            onChange={(event) => set({ criticalThrough: event.currentTarget.checked })}
          />
        )}
      </Stack>
    </Fieldset>
  );
}
