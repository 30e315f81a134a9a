import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { webhooksQuery } from '../../saved/savedQueries';
import { NewWebhook } from './NewWebhook';
import { WebhookRow } from './WebhookRow';

/** The systems that are told of alerts, and whether that works. */
export function Webhooks() {
  const { t } = useTranslation();
  const webhooks = useQuery(webhooksQuery);
  return (
    <Stack gap="md">
      <NewWebhook />
      <Panel title={t('webhooks.list')} hint={t('webhooks.hint')} flush>
        {webhooks.error && !webhooks.data && (
          <Failure error={webhooks.error} retry={() => void webhooks.refetch()} />
        )}
        {webhooks.isPending && <WaitingRows rows={2} />}
        {webhooks.data?.length === 0 && <Empty title={t('webhooks.none')}>{t('webhooks.noneHint')}</Empty>}
        {webhooks.data?.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </Panel>
    </Stack>
  );
}
