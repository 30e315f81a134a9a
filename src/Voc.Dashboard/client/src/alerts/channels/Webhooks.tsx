import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { webhooksQuery } from '../../saved/savedQueries';
import { useHasRole } from '../../session/useSession';
import { NewWebhook } from './NewWebhook';
import { WebhookRow } from './WebhookRow';

/** The chats, mailboxes and systems that are told, and whether that works. */
export function Webhooks() {
  const { t } = useTranslation();
  const isAdmin = useHasRole('admin');
  const webhooks = useQuery(webhooksQuery);
  return (
    <Stack gap="md">
      {isAdmin && <NewWebhook />}
      <Panel title={t('webhooks.list')} hint={t('webhooks.hint')} flush>
        {webhooks.error && !webhooks.data && (
          <Failure error={webhooks.error} retry={() => void webhooks.refetch()} />
        )}
        {webhooks.isPending && <WaitingRows rows={2} />}
        {webhooks.data?.length === 0 && (
          <Empty title={t('webhooks.none')}>
            {t(isAdmin ? 'webhooks.noneHint' : 'webhooks.noneHintProduct')}
          </Empty>
        )}
        {webhooks.data?.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </Panel>
    </Stack>
  );
}
