import { Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { AlertPreview, AlertSettings } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import classes from './Saved.module.css';

const pause = 400;

/** Alerts of 30 days from which on they are too many to be read. */
const many = 90;

/** Says how often these settings would have alerted lately. */
export function AlertTrial({ query, settings }: { query: string; settings: AlertSettings | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wanted = settings && JSON.stringify({ query, alert: { ...settings, hub: true, webhooks: [] } });
  const [asked] = useDebouncedValue(wanted, pause);
  const trial = useQuery({
    queryKey: ['alert-trial', asked],
    queryFn: ({ signal }) => api.post<AlertPreview>('/saved-searches/preview', JSON.parse(asked!), signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data, error } = trial;
  const last = data?.last[0];
  return (
    <div className={classes.preview} role="status">
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {t('saved.preview')}
        </Text>
        {(trial.isFetching || wanted !== asked) && <Loader size={12} aria-hidden />}
      </Group>
      {error && (
        <Text size="sm" c="var(--voc-negative-text)">
          {failureMessages(error, t('app.offline')).join(' ')}
        </Text>
      )}
      {!error && data && (
        <>
          <Text fw={650}>
            {data.alerts === 0
              ? t('saved.previewNever')
              : t('saved.previewAlerts', { alerts: format.count(data.alerts) })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('saved.previewMatches', { matches: format.count(data.matches) })}
            {last &&
              ` ・ ${t('saved.previewLast', { when: format.dateTime(last.at), texts: format.count(last.count) })}`}
          </Text>
          {data.alerts > many && (
            <Text size="sm" c="var(--mantine-color-orange-text)">
              {t('saved.previewMany')}
            </Text>
          )}
        </>
      )}
    </div>
  );
}
