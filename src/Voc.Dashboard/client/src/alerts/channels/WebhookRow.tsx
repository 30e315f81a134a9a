import { ActionIcon, Badge, Button, Collapse, Group, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types';
import { failureMessages } from '../../app/States';
import { useHasRole } from '../../session/useSession';
import { WebhookDetails } from './WebhookDetails';
import { useChangeWebhook, useTestWebhook } from './webhookQueries';

/** A webhook in the list: how it fares, a test, its switch; more on demand. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const [isOpen, details] = useDisclosure(false);
  const change = useChangeWebhook(webhook);
  const isAdmin = useHasRole('admin');
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <article style={{ borderBottom: '1px solid var(--voc-line)', padding: '0.75rem 1rem' }}>
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
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
        </div>
        <Group gap="sm" wrap="nowrap">
          {isAdmin && <TestButton webhook={webhook} />}
          <Switch
            checked={webhook.enabled}
            onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
            disabled={change.isPending || !isAdmin}
            aria-label={t('webhooks.enabledLabel', { name: webhook.name })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={details.toggle}
            aria-expanded={isOpen}
            aria-label={t('webhooks.details', { name: webhook.name })}
          >
            <Chevron size={17} />
          </ActionIcon>
        </Group>
      </Group>
      {webhook.last?.error && (
        <Text size="sm" c="var(--voc-negative-text)" mt={4}>
          {webhook.last.error}
        </Text>
      )}
      {change.error && (
        <Text size="sm" c="var(--voc-negative-text)" role="alert">
          {failureMessages(change.error, t('app.offline')).join(' ')}
        </Text>
      )}
      <Collapse expanded={isOpen}>{isOpen && <WebhookDetails webhook={webhook} />}</Collapse>
    </article>
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
