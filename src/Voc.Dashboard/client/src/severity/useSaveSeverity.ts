import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { SeverityInfo, SeveritySettings } from '../api/types';
import { severityQuery } from './severityQueries';

/** Puts settings in force; the issues on other pages are read anew. */
export function useSaveSeverity() {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { version: number; settings: SeveritySettings }) =>
      api.put<SeverityInfo>('/issues/severity', change),
    onSuccess: (info) => {
      client.setQueryData(severityQuery.queryKey, info);
      for (const key of ['board', 'issues', 'issue', 'severity-preview'])
        void client.invalidateQueries({ queryKey: [key] });
      notifications.show({ message: t('severity.saved') });
    },
  });
}
