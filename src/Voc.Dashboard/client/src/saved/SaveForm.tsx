import { Alert, Button, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Problem } from '../api/problem';
import type { SavedSearch } from '../api/types';
import { failureMessages } from '../app/States';
import { useFormat } from '../format/useFormat';
import { pageOf, periodDays, periodOf, suggestedPeriod, withPeriod, type Period } from './savedAddress';
import { useKeepSearch } from './savedQueries';

interface Props {
  /** What is to be kept. */
  address: string;
  /** The search that is changed; without it a new one is kept. */
  before?: SavedSearch;
  /** The saved search the page came from, or null. */
  opened: SavedSearch | null;
  close: () => void;
}

/** Name, note, period and sharing of a saved search. */
export function SaveForm({ address, before, opened, close }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useFormat().isoDate(new Date());
  const [name, setName] = useState(before?.name ?? '');
  const [note, setNote] = useState(before?.note ?? '');
  const [shared, setShared] = useState(before?.shared ?? false);
  const [period, setPeriod] = useState<Period>(
    before ? periodOf(before.query) : suggestedPeriod(address, today, opened),
  );
  const keep = useKeepSearch();
  const wrong = keep.error instanceof Problem ? keep.error.errors : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      name: name.trim(),
      note: note.trim() || null,
      query: withPeriod(address, period),
      shared,
      alert: before?.alert ?? null,
    };
    keep.mutate(
      { before: before ?? null, input },
      {
        onSuccess: (kept) => {
          notifications.show({ message: t('saved.saved', { name: kept.name }) });
          close();
          if (!before) void navigate(pageOf(kept), { replace: true });
        },
      },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('saved.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong.name?.join(' ')}
          maxLength={100}
          required
          data-autofocus
        />
        <Textarea
          label={t('saved.note')}
          placeholder={t('saved.notePlaceholder')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={1}
          maxRows={6}
        />
        <PeriodSelect address={address} period={period} change={setPeriod} />
        <Switch
          label={t('saved.shared')}
          description={t('saved.sharedHint')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {keep.error && !wrong.name && (
          <Alert color="red" role="alert">
            {failureMessages(keep.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={keep.isPending} disabled={name.trim() === ''}>
            {t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PeriodProps {
  address: string;
  period: Period;
  change: (period: Period) => void;
}

function PeriodSelect({ address, period, change }: PeriodProps) {
  const { t } = useTranslation();
  const parameters = new URLSearchParams(address);
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  const days = new Set<number>(periodDays);
  if (typeof period === 'number') days.add(period);
  const fixed = {
    value: 'fixed',
    label: t('saved.periodFixed', { from: from || t('saved.start'), to: to || t('saved.end') }),
  };
  return (
    <Select
      label={t('saved.period')}
      value={String(period)}
      onChange={(value) => value && change(value === 'fixed' || value === 'none' ? value : Number(value))}
      data={[
        { value: 'none', label: t('saved.periodNone') },
        ...[...days]
          .sort((one, other) => one - other)
          .map((value) => ({
            value: String(value),
            label: value === 1 ? t('saved.periodToday') : t('saved.periodDays', { days: value }),
          })),
        ...(from || to ? [fixed] : []),
      ]}
      allowDeselect={false}
    />
  );
}
