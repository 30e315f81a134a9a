import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { DetectionSetting } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { replaysQuery, settingQuery } from './replayQueries';

/** Sets how many false alarms a year the running detector accepts; null leaves it to the configuration. */
export function useSetting(replay: number | null = null) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (falseAlarmsPerYear: number | null) =>
      api.put<DetectionSetting>('/detection', { falseAlarmsPerYear, replay }),
    onSuccess: (setting) => {
      client.setQueryData(settingQuery.queryKey, setting);
      void client.invalidateQueries(replaysQuery);
      notifications.show({
        message: t('replay.adopted', { setting: format.decimal(setting.falseAlarmsPerYear) }),
      });
    },
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
  });
}
