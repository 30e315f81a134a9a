import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import { settingQuery } from './replayQueries';
import { SettingForm } from './SettingForm';
import { useSetting } from './useSetting';

const shown = 5;

/** From so many a year on, a week has enough of them to speak of. */
const often = 12;

/** The setting of the running detector, and who changed it. */
export function SettingPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(settingQuery);
  const set = useSetting();
  const [isChanging, changing] = useDisclosure();
  if (!data) return null;
  const isPending = data.inUse !== null && data.inUse !== data.falseAlarmsPerYear;
  return (
    <Panel title={t('replay.settingTitle')}>
      <Stack gap="xs">
        <Text size="sm">
          {t('replay.settingNow', { setting: format.decimal(data.falseAlarmsPerYear) })}{' '}
          {data.falseAlarmsPerYear >= often &&
            t('replay.settingWeekly', { setting: format.decimal(data.falseAlarmsPerYear / 52) })}
        </Text>
        {isPending && (
          <Text size="xs" c="dimmed" role="status">
            {t('replay.settingPending', { setting: format.decimal(data.inUse!) })}
          </Text>
        )}
        {isChanging ? (
          <SettingForm setting={data.falseAlarmsPerYear} close={changing.close} />
        ) : (
          <Button size="xs" variant="default" onClick={changing.open} style={{ alignSelf: 'flex-start' }}>
            {t('replay.settingChange')}
          </Button>
        )}
        {data.falseAlarmsPerYear !== data.configured && (
          <>
            <Text size="xs" c="dimmed">
              {t('replay.settingConfigured', { setting: format.decimal(data.configured) })}
            </Text>
            <Button
              size="xs"
              variant="default"
              loading={set.isPending}
              onClick={() => set.mutate(null)}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('replay.toConfigured')}
            </Button>
          </>
        )}
        {data.changes.length > 0 && (
          <section aria-label={t('replay.changes')}>
            {data.changes.slice(0, shown).map((change) => (
              <Text key={change.at} size="xs" c="dimmed">
                {t('replay.change', {
                  from: format.decimal(change.from),
                  to: format.decimal(change.to ?? data.configured),
                })}
                {` ・ ${change.who} ・ ${format.dateTime(change.at)}`}
                {change.replay !== null && ` ・ ${t('replay.byReplay', { id: change.replay })}`}
              </Text>
            ))}
          </section>
        )}
      </Stack>
    </Panel>
  );
}
