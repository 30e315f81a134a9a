import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Panel } from '../../app/Panel';
import { Snippet } from '../../app/Snippet';
import { failureMessages } from '../../app/States';
import { useAddWebhook } from './webhookQueries';

const empty = { name: '', url: '' };

export function NewWebhook() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const add = useAddWebhook();
  const wrong = add.error instanceof Problem ? add.error.errors : {};
  const set = (part: Partial<typeof empty>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name: draft.name.trim(), url: draft.url.trim() }, { onSuccess: () => setDraft(empty) });
  };
  return (
    <Panel title={t('webhooks.new')}>
      <form onSubmit={submit}>
        <Group align="flex-start" gap="sm">
          <TextInput
            label={t('sources.name')}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={wrong.name?.join(' ')}
            maxLength={100}
            required
            flex="1 1 12rem"
          />
          <TextInput
            type="url"
            label={t('webhooks.url')}
            placeholder="https://"
            value={draft.url}
            onChange={(event) => set({ url: event.currentTarget.value })}
            error={wrong.url?.join(' ')}
            maxLength={2048}
            required
            flex="3 1 18rem"
          />
          <Button type="submit" loading={add.isPending} mt={{ base: 0, sm: 23 }}>
            {t('webhooks.add')}
          </Button>
        </Group>
      </form>
      {add.error && Object.keys(wrong).length === 0 && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(add.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {add.data && (
        <Stack gap={4} mt="md">
          <Text size="sm">{t('webhooks.secretOnce', { name: add.data.name })}</Text>
          <Snippet text={add.data.secret} />
        </Stack>
      )}
    </Panel>
  );
}
