import { Alert, Button, Drawer, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import type { AlertRule, RuleInput, Webhook } from '../../api/types';
import { failureMessages } from '../../app/States';
import { useKeepRule } from '../alertQueries';
import { draftOf } from './ruleDraft';
import { RuleConditionFields } from './RuleConditionFields';
import { RulePreviewView } from './RulePreviewView';
import { RuleRemoval } from './RuleRemoval';
import { RuleTimingFields } from './RuleTimingFields';

interface Props {
  rule: AlertRule | null;
  channels: readonly Webhook[];
  close: () => void;
}

/** A rule being made or changed, beside what it would have told lately. */
export function RuleEditor({ rule, channels, close }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RuleInput>(() => draftOf(rule, channels[0]?.id ?? null));
  const set = (part: Partial<RuleInput>) => setDraft((before) => ({ ...before, ...part }));
  const keep = useKeepRule(rule);
  const wrong = keep.error instanceof Problem ? keep.error.errors : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(
      { ...draft, name: draft.name.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: t('app.saved') });
          close();
        },
      },
    );
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="lg"
      title={<Text fw={650}>{t(rule ? 'alerts.edit' : 'alerts.new')}</Text>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="lg">
          <Group align="flex-start" gap="sm">
            <TextInput
              label={t('alerts.name')}
              placeholder={t('alerts.namePlaceholder')}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={wrong.name?.join(' ')}
              maxLength={100}
              required
              data-autofocus
              flex="2 1 14rem"
            />
            <Select
              label={t('alerts.channel')}
              value={draft.channel === null ? null : String(draft.channel)}
              onChange={(value) => value && set({ channel: Number(value) })}
              data={channels.map(({ id, name }) => ({ value: String(id), label: name }))}
              error={wrong.channel?.join(' ')}
              allowDeselect={false}
              required
              flex="1 1 11rem"
            />
          </Group>
          <RuleConditionFields when={draft.when} change={(when) => set({ when })} wrong={wrong} />
          <RuleTimingFields timing={draft.timing} change={(timing) => set({ timing })} wrong={wrong} />
          <RulePreviewView rule={draft} />
          {keep.error && (
            <Alert color="red" role="alert">
              {failureMessages(keep.error, t('app.offline')).join(' ')}
            </Alert>
          )}
          <Group justify="space-between">
            <div>{rule && <RuleRemoval rule={rule} close={close} />}</div>
            <Group gap="sm">
              <Button variant="default" onClick={close}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" loading={keep.isPending}>
                {t('alerts.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
