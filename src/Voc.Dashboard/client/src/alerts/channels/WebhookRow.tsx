import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types';
import { failureMessages } from '../../app/States';
import { SwitchedRow } from '../../app/SwitchedRow';
import { useHasRole } from '../../session/useSession';
import { WebhookDetails } from './WebhookDetails';
import { useChangeWebhook, useTestWebhook } from './webhookQueries';

/** A webhook in the list: how it fares, a test, its switch; more on demand. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const change = useChangeWebhook(webhook);
  const isAdmin = useHasRole('admin');
  return (
    <SwitchedRow
      label={webhook.name}
      action={isAdmin && <TestButton webhook={webhook} />}
      isOn={webhook.enabled}
      isLocked={change.isPending || !isAdmin}
      turn={(enabled) => change.mutate({ enabled })}
      switchLabel={t('webhooks.enabledLabel', { name: webhook.name })}
      detailsLabel={t('webhooks.details', { name: webhook.name })}
      lastError={webhook.last?.error}
      error={change.error}
      details={<WebhookDetails webhook={webhook} />}
    >
      <Group gap={6}>
        <Text fw={600}>{webhook.name}</Text>
        <Badge color="gray" variant="outline">
          {t(`webhooks.kind.${webhook.kind}`)}
        </Badge>
        {!webhook.enabled && <Badge color="gray">{t('webhooks.off')}</Badge>}
        {webhook.failed > 0 && (
          <Badge color="red">{t('webhooks.failedCount', { failed: webhook.failed })}</Badge>
        )}
        {webhook.waiting > 0 && (
          <Badge color="orange">{t('webhooks.waitingCount', { waiting: webhook.waiting })}</Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {webhook.url}
      </Text>
    </SwitchedRow>
  );
}

function TestButton({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const test = useTestWebhook(webhook);
  const run = () =>
    test.mutate(undefined, {
      onSuccess: ({ error, status }) =>
        notifications.show({
          title: webhook.name,
          color: error ? 'red' : 'teal',
          message: error ?? t('webhooks.arrived', { status }),
        }),
      onError: (error) =>
        notifications.show({
          title: webhook.name,
          color: 'red',
          message: failureMessages(error, t('app.offline')).join(' '),
        }),
    });
  return (
    <Button size="compact-sm" variant="default" onClick={run} loading={test.isPending}>
      {t('webhooks.test')}
    </Button>
  );
}
