import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureMessages } from '../app/States';
import type { useChangeSource } from './sourceQueries';

/** The button under settings, and what became of them. */
export function Saving({
  change,
  isReady,
}: {
  change: ReturnType<typeof useChangeSource>;
  isReady: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      {change.error && (
        <Alert color="red" role="alert">
          {failureMessages(change.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      <Group justify="flex-end">
        {change.isSuccess && (
          <Text size="sm" c="dimmed" role="status">
            {t('sources.saved')}
          </Text>
        )}
        <Button type="submit" loading={change.isPending} disabled={!isReady}>
          {t('sources.social.save')}
        </Button>
      </Group>
    </>
  );
}
