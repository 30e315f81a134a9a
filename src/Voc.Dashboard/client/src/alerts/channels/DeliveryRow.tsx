import { Badge, Button, Code, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery, DeliveryState } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useSendAgain } from './webhookQueries';

const colours: Record<DeliveryState, string> = { waiting: 'orange', delivered: 'teal', failed: 'red' };

interface Props {
  channel: number;
  delivery: Delivery;
  /** Name of the channel, where several are shown together. */
  to?: string;
}

/** A message: what it was, whether it went out, and if not why; what was sent on demand. */
export function DeliveryRow({ channel, delivery, to }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, body] = useDisclosure(false);
  const again = useSendAgain(channel);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div style={{ paddingBlock: 4 }}>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <UnstyledButton
          onClick={body.toggle}
          aria-expanded={isOpen}
          style={{ flex: '1 1 14rem', minWidth: 0 }}
        >
          <Group gap={6}>
            <Chevron size={14} aria-hidden />
            <Badge size="sm" color={colours[delivery.state]}>
              {t(`webhooks.state.${delivery.state}`)}
            </Badge>
            {to && (
              <Text size="sm" fw={600}>
                {to}
              </Text>
            )}
            <Text size="sm">{t(`webhooks.event.${delivery.event}`)}</Text>
            <Text size="xs" c="dimmed">
              {format.dateTime(delivery.createdAt)} ・ {t('admin.attempts', { attempts: delivery.attempts })}
              {delivery.status !== null && ` ・ ${t('webhooks.status', { status: delivery.status })}`}
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
        <Text size="xs" c="var(--voc-negative-text)" ml={20}>
          {delivery.error}
        </Text>
      )}
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Code
            block
            mt={4}
            aria-label={t('webhooks.body')}
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 320, overflow: 'auto' }}
          >
            {JSON.stringify(delivery.body, null, 2)}
          </Code>
        )}
      </Collapse>
    </div>
  );
}
