import { Alert, Button, Center, Group, Loader, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, messagesOf } from '../api/problem';
import classes from './States.module.css';

export function Waiting({ height = 160 }: { height?: number | string }) {
  const { t } = useTranslation();
  return (
    <Center h={height} role="status" aria-label={t('app.loading')}>
      <Loader type="dots" />
    </Center>
  );
}

/** Grey lines where rows will be, so that the page does not jump. */
export function WaitingRows({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py="xl" px="md">
      <IconInbox size={28} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text fw={600} ta="center">
        {title}
      </Text>
      {children && (
        <Text component="div" size="sm" c="dimmed" ta="center" maw={440} className={classes.hint}>
          {children}
        </Text>
      )}
    </Stack>
  );
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t('app.failed')} m="xs" role="alert">
      <Group justify="space-between" gap="xs">
        <div>
          {failureMessages(error, t('app.offline')).map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </div>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('app.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

export const failureMessages = (error: unknown, whenOffline: string) =>
  error instanceof Problem && error.status === 0 ? [whenOffline] : messagesOf(error);
