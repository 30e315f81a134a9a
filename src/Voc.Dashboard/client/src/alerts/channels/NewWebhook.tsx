import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import type { ChannelKind, MessageLanguage } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Snippet } from '../../app/Snippet';
import { failureMessages } from '../../app/States';
import { useAddWebhook } from './webhookQueries';

const kinds: ChannelKind[] = ['slack', 'teams', 'mail', 'json'];

interface Draft {
  name: string;
  url: string;
  kind: ChannelKind;
  language: MessageLanguage;
}

const empty: Draft = { name: '', url: '', kind: 'slack', language: 'ja' };

export function NewWebhook() {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(empty);
  const add = useAddWebhook();
  const wrong = add.error instanceof Problem ? add.error.errors : {};
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { ...draft, name: draft.name.trim(), url: draft.url.trim() },
      { onSuccess: () => setDraft({ ...empty, kind: draft.kind, language: draft.language }) },
    );
  };
  return (
    <Panel title={t('webhooks.new')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group align="flex-start" gap="sm">
            <Select
              label={t('webhooks.kindLabel')}
              value={draft.kind}
              onChange={(kind) => kind && set({ kind: kind as ChannelKind })}
              data={kinds.map((value) => ({ value, label: t(`webhooks.kind.${value}`) }))}
              allowDeselect={false}
              flex="1 1 11rem"
            />
            <TextInput
              label={t('sources.name')}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={wrong.name?.join(' ')}
              maxLength={100}
              required
              flex="1 1 12rem"
            />
            {draft.kind !== 'json' && (
              <Select
                label={t('webhooks.language')}
                value={draft.language}
                onChange={(language) => language && set({ language: language as MessageLanguage })}
                data={(['ja', 'en'] as const).map((value) => ({
                  value,
                  label: t(`webhooks.languages.${value}`),
                }))}
                allowDeselect={false}
                flex="1 1 8rem"
              />
            )}
          </Group>
          <TextInput
            type={draft.kind === 'mail' ? 'text' : 'url'}
            label={t(draft.kind === 'mail' ? 'webhooks.mailboxes' : 'webhooks.url')}
            description={t(`webhooks.kindHint.${draft.kind}`)}
            placeholder={draft.kind === 'mail' ? 'team@example.jp' : 'https://'}
            value={draft.url}
            onChange={(event) => set({ url: event.currentTarget.value })}
            error={wrong.url?.join(' ')}
            maxLength={4096}
            required
          />
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('webhooks.add')}
            </Button>
          </Group>
        </Stack>
      </form>
      {add.error && Object.keys(wrong).length === 0 && (
        <Alert color="red" role="alert" mt="sm">
          {failureMessages(add.error, t('app.offline')).join(' ')}
        </Alert>
      )}
      {add.data && (
        <Stack gap={4} mt="md" role="status">
          {add.data.kind === 'json' ? (
            <>
              <Text size="sm">{t('webhooks.secretOnce', { name: add.data.name })}</Text>
              <Snippet text={add.data.secret} />
            </>
          ) : (
            <Text size="sm">{t('webhooks.added', { name: add.data.name })}</Text>
          )}
        </Stack>
      )}
    </Panel>
  );
}
