import {
  Alert,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import type { AlertWindow, SavedSearch } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { useHasRole } from '../session/useSession';
import { AlertTrial } from './AlertTrial';
import { changed, coolDowns, draftOf, settingsOf, windows, type AlertDraft } from './alertDraft';
import { isOver } from './savedAddress';
import { inputOf, useKeepSearch, webhooksQuery } from './savedQueries';
import { useDuration } from './useDuration';

/** When a saved search alerts and whom, beside what that would have meant lately. */
export function AlertForm({ search, close }: { search: SavedSearch; close: () => void }) {
  const { t } = useTranslation();
  const today = useFormat().isoDate(new Date());
  const [draft, setDraft] = useState(() => draftOf(search.alert));
  const change = (part: Partial<AlertDraft>) => setDraft((before) => changed(before, part));
  const keep = useKeepSearch();
  const settings = settingsOf(draft);
  const wrong = keep.error instanceof Problem ? keep.error.errors : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (settings === undefined) return;
    keep.mutate(
      { before: search, input: { ...inputOf(search), alert: settings } },
      {
        onSuccess: () => {
          notifications.show({ message: t('app.saved') });
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('saved.onLabel')}
          value={draft.on}
          onChange={(on) => change({ on: on as AlertDraft['on'] })}
          data={(['never', 'match', 'count'] as const).map((value) => ({
            value,
            label: t(`saved.on.${value}`),
          }))}
          fullWidth
        />
        {draft.on !== 'never' && (
          <>
            {isOver(search.query, today) && (
              <Alert color="orange" role="status">
                {t('saved.over')}
              </Alert>
            )}
            {draft.on === 'count' && (
              <Count draft={draft} change={change} error={wrong['alert.threshold']?.join(' ')} />
            )}
            <CoolDown draft={draft} change={change} />
            <Checkbox
              label={t('saved.hub')}
              checked={draft.hub}
              onChange={(event) => change({ hub: event.currentTarget.checked })}
            />
            <Webhooks draft={draft} change={change} />
            <AlertTrial query={search.query} settings={settings ?? null} />
          </>
        )}
        {keep.error && (
          <Alert color="red" role="alert">
            {failureMessages(keep.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={settings === undefined}>
            {t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  draft: AlertDraft;
  change: (part: Partial<AlertDraft>) => void;
}

function Count({ draft, change, error }: PartProps & { error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Group grow align="flex-start" gap="sm">
      <NumberInput
        label={t('saved.threshold')}
        value={draft.threshold}
        onChange={(value) => change({ threshold: typeof value === 'number' ? value : '' })}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        allowNegative={false}
        error={error}
        required
      />
      <Select
        label={t('saved.window')}
        value={draft.window}
        onChange={(window) => window && change({ window: window as AlertWindow })}
        data={windows.map((value) => ({ value, label: t(`saved.windows.${value}`) }))}
        allowDeselect={false}
      />
    </Group>
  );
}

function CoolDown({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  const offered = [...new Set([...coolDowns, draft.coolDownMinutes])].sort((one, other) => one - other);
  return (
    <Select
      label={t('saved.coolDown')}
      description={t('saved.coolDownHint')}
      value={String(draft.coolDownMinutes)}
      onChange={(value) => value && change({ coolDownMinutes: Number(value) })}
      data={offered.map((value) => ({ value: String(value), label: duration(value) }))}
      allowDeselect={false}
    />
  );
}

/** Texts leave the service this way, so the server lets product managers and administrators alone choose. */
function Webhooks({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const mayChoose = useHasRole('product');
  const { data } = useQuery({ ...webhooksQuery, enabled: mayChoose });
  if (!mayChoose)
    return draft.webhooks.length > 0 ? (
      <Text size="sm" c="dimmed">
        {t('saved.webhooksKept', { webhooks: draft.webhooks.length })}
      </Text>
    ) : null;
  if (data?.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('saved.noWebhooks')}
      </Text>
    );
  return (
    <MultiSelect
      label={t('saved.webhooks')}
      value={draft.webhooks.map(String)}
      onChange={(chosen) => change({ webhooks: chosen.map(Number) })}
      data={(data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      maxValues={10}
      clearable
    />
  );
}
