import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { failureMessages } from '../../app/States';

/** Starts or stops something on the server, then asks how it stands. */
export function useOrder(path: string, queryKey: QueryKey) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body?: unknown) => api.post(path, body),
    onError: (error) =>
      notifications.show({ color: 'red', message: failureMessages(error, t('app.offline')).join(' ') }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Has everything read again that a job has changed, once it ends. */
export function useWhenDone(isRunning: boolean) {
  const client = useQueryClient();
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) void client.invalidateQueries();
    wasRunning.current = isRunning;
  }, [client, isRunning]);
}
