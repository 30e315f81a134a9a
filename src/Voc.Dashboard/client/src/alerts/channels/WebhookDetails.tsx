import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageLanguage, Webhook } from '../../api/types';
import { Snippet } from '../../app/Snippet';
import { failureMessages } from '../../app/States';
import { useFormat } from '../../format/useFormat';
import { useHasRole } from '../../session/useSession';
import { Deliveries } from './Deliveries';
import { useChangeWebhook, useRemoveWebhook, useRenewSecret } from './webhookQueries';

/** Changes a webhook, and shows what was sent to it. */
export function WebhookDetails({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isAdmin = useHasRole('admin');
  return (
    <Stack gap="md" pt="sm">
      {isAdmin && <Edit key={webhook.version} webhook={webhook} />}
      {isAdmin && webhook.kind === 'json' && <Secret webhook={webhook} />}
      <Deliveries webhook={webhook.id} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('webhooks.changed', { when: format.dateTime(webhook.changedAt), by: webhook.changedBy })}
        </Text>
        {isAdmin && <Removal webhook={webhook} />}
      </Group>
    </Stack>
  );
}

function Edit({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const [name, setName] = useState(webhook.name);
  const [url, setUrl] = useState(webhook.url);
  const [language, setLanguage] = useState(webhook.language);
  const change = useChangeWebhook(webhook);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), language, ...(url !== webhook.url && { url: url.trim() }) },
      { onSuccess: () => notifications.show({ message: t('app.saved') }) },
    );
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('sources.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          required
          flex="1 1 12rem"
        />
        <TextInput
          type={webhook.kind === 'mail' ? 'text' : 'url'}
          label={t(webhook.kind === 'mail' ? 'webhooks.mailboxes' : 'webhooks.url')}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          maxLength={4096}
          required
          flex="3 1 18rem"
        />
        {webhook.kind !== 'json' && (
          <Select
            label={t('webhooks.language')}
            value={language}
            onChange={(chosen) => chosen && setLanguage(chosen as MessageLanguage)}
            data={(['ja', 'en'] as const).map((value) => ({
              value,
              label: t(`webhooks.languages.${value}`),
            }))}
            allowDeselect={false}
            flex="1 1 8rem"
          />
        )}
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={name === webhook.name && url === webhook.url && language === webhook.language}
        >
          {t('app.save')}
        </Button>
      </Group>
      <Wrong error={change.error} />
    </form>
  );
}

function Secret({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const renew = useRenewSecret(webhook);
  return (
    <div>
      <Group gap="sm">
        <Text size="sm">{t('webhooks.secret')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => renew.mutate()} loading={renew.isPending}>
          {t('webhooks.renewSecret')}
        </Button>
      </Group>
      {renew.data && (
        <Stack gap={4} mt="xs">
          <Text size="sm">{t('webhooks.secretOnce', { name: webhook.name })}</Text>
          <Snippet text={renew.data.secret} />
        </Stack>
      )}
      <Wrong error={renew.error} />
    </div>
  );
}

function Removal({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const [isAsking, asking] = useDisclosure(false);
  const remove = useRemoveWebhook(webhook);
  return (
    <>
      <Button size="compact-sm" variant="default" color="red" onClick={asking.open}>
        {t('webhooks.remove')}
      </Button>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={<Text fw={650}>{t('webhooks.remove')}</Text>}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('webhooks.removeAsk', { name: webhook.name })}</Text>
          <Wrong error={remove.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button color="red" onClick={() => remove.mutate()} loading={remove.isPending}>
              {t('webhooks.remove')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function Wrong({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return error ? (
    <Alert color="red" role="alert" mt="xs">
      {failureMessages(error, t('app.offline')).join(' ')}
    </Alert>
  ) : null;
}
