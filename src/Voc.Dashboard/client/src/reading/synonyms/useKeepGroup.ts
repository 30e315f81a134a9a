import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** Keeps a change of the synonyms. Searches already made have to be made again; texts do not have to be read again. */
export function useKeepGroup<T>(send: () => Promise<T>, close: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      notifications.show({ message: t('reading.groupKept') });
      close();
      await Promise.all(['synonyms', 'search'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
