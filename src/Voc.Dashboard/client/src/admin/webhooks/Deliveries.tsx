import { Badge, Button, Code, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Delivery, DeliveryState } from '../../api/types';
import { Failure, WaitingRows } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { deliveriesQuery, useSendAgain } from './webhookQueries';

const colours: Record<DeliveryState, string> = { waiting: 'orange', delivered: 'teal', failed: 'red' };

/** The last messages to a webhook and what became of them. */
export function Deliveries({ webhook }: { webhook: number }) {
  const { t } = useTranslation();
  const deliveries = useQuery(deliveriesQuery(webhook));
  return (
    <section aria-label={t('webhooks.deliveries')}>
      <Text size="sm" fw={600} mb={4}>
        {t('webhooks.deliveries')}
      </Text>
      {deliveries.error && !deliveries.data && (
        <Failure error={deliveries.error} retry={() => void deliveries.refetch()} />
      )}
      {deliveries.isPending && <WaitingRows rows={2} height={28} />}
      {deliveries.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('webhooks.noDeliveries')}
        </Text>
      )}
      <Stack gap={6}>
        {deliveries.data?.map((delivery) => (
          <Row key={delivery.id} webhook={webhook} delivery={delivery} />
        ))}
      </Stack>
    </section>
  );
}

function Row({ webhook, delivery }: { webhook: number; delivery: Delivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, body] = useDisclosure(false);
  const again = useSendAgain(webhook);
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <UnstyledButton onClick={body.toggle} aria-expanded={isOpen} style={{ flex: '1 1 14rem' }}>
          <Group gap={4}>
            <Badge size="sm" color={colours[delivery.state]}>
              {t(`webhooks.state.${delivery.state}`)}
            </Badge>
            <Text size="sm">
              {delivery.event === 'test' ? t('webhooks.event.test') : t('webhooks.event.alert')}
            </Text>
            <Text size="xs" c="dimmed">
              {format.dateTime(delivery.createdAt)} ・ {t('admin.attempts', { attempts: delivery.attempts })}
              {delivery.status !== null && ` ・ HTTP ${delivery.status}`}
              {delivery.nextAttemptAt &&
                ` ・ ${t('webhooks.next', { when: format.time(delivery.nextAttemptAt) })}`}
            </Text>
          </Group>
        </UnstyledButton>
        {delivery.state === 'failed' && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => again.mutate(delivery.id)}
            loading={again.isPending}
          >
            {t('webhooks.sendAgain')}
          </Button>
        )}
      </Group>
      {delivery.error && (
        <Text size="xs" c="var(--voc-negative-text)">
          {delivery.error}
        </Text>
      )}
      <Collapse expanded={isOpen}>
        <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {JSON.stringify(delivery.body, null, 2)}
        </Code>
      </Collapse>
    </div>
  );
}
