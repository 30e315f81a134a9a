import { Button, Group, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { allDeliveriesQuery, useResendAll, type DeliveryFilter } from '../alertQueries';
import { DeliveryRow } from '../channels/DeliveryRow';

const filters: DeliveryFilter[] = ['all', 'waiting', 'delivered', 'failed'];

/** The last messages of all channels, and what became of them. */
export function DeliveryList() {
  const { t } = useTranslation();
  const [state, setState] = useState<DeliveryFilter>('all');
  const deliveries = useQuery(allDeliveriesQuery(state));
  const again = useResendAll();
  const hasFailed = deliveries.data?.some(({ delivery }) => delivery.state === 'failed');
  return (
    <Panel
      title={t('alerts.deliveries')}
      hint={t('alerts.deliveriesHint')}
      actions={
        hasFailed && (
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            onClick={() =>
              again.mutate(undefined, {
                onSuccess: ({ count }) =>
                  notifications.show({ message: t('alerts.resent', { total: count }) }),
              })
            }
          >
            {t('alerts.resendAll')}
          </Button>
        )
      }
    >
      <Group mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('alerts.filterLabel')}
          value={state}
          onChange={(value) => setState(value as DeliveryFilter)}
          data={filters.map((value) => ({ value, label: t(`alerts.filter.${value}`) }))}
        />
      </Group>
      {deliveries.error && !deliveries.data && (
        <Failure error={deliveries.error} retry={() => void deliveries.refetch()} />
      )}
      {deliveries.isPending && <WaitingRows rows={4} height={28} />}
      {deliveries.data?.length === 0 && <Empty title={t('alerts.noDeliveries')} />}
      {deliveries.data?.map(({ channel, channelName, delivery }) => (
        <DeliveryRow key={delivery.id} channel={channel} to={channelName} delivery={delivery} />
      ))}
    </Panel>
  );
}
