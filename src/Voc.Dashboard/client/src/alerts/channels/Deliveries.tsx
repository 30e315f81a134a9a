import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure, WaitingRows } from '../../app/States';
import { DeliveryRow } from './DeliveryRow';
import { deliveriesQuery } from './webhookQueries';

/** The last messages to a channel and what became of them. */
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
      {deliveries.data?.map((delivery) => (
        <DeliveryRow key={delivery.id} channel={webhook} delivery={delivery} />
      ))}
    </section>
  );
}
