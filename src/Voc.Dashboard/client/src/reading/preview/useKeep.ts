import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';

/** Keeps a change of how texts are read, and has everything read again that follows from it. */
export function useKeep<T>(send: () => Promise<T>, close: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      notifications.show({ message: t('reading.kept') });
      close();
      // Not the preview that is still on the page: what it tries is no longer to be tried.
      void client.invalidateQueries({ queryKey: ['reading-preview'], refetchType: 'none' });
      await Promise.all(
        ['reading', 'dictionary', 'lexicon', 'taxonomy', 'topics', 'explanation'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      );
    },
  });
}

/** What is wrong with a field, by the server's name of it, in an attempt to keep a change or else in its preview. */
export const wrongIn = (name: string, error: unknown, fields: Record<string, string[]>) =>
  ((error instanceof Problem ? error.errors[name] : undefined) ?? fields[name])?.join(' ');
