import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../api/types';
import { failureMessages } from '../app/States';
import { FetchSettings } from './FetchSettings';
import { useChangeSource } from './sourceQueries';
import { fetchedDraftOf, fetchedSettings, type FetchedKind, type SourceDraft } from './sourceSettings';

/** Changes where a page or feed is fetched from, how often, and where its reviews stand. */
export function EditFetched({ source, kind }: { source: Source; kind: FetchedKind }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<SourceDraft>(() => fetchedDraftOf(source, kind));
  const change = useChangeSource(source.id);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const settings = fetchedSettings(source.settings, draft);
    // Other settings make the next reading begin anew, so they travel only where something changed.
    const isChanged = JSON.stringify(settings) !== JSON.stringify(source.settings);
    change.mutate({ ...(isChanged && { settings }), schedule: Number(draft.schedule) || 0 });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <FetchSettings draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
        {change.error && (
          <Alert color="red" role="alert">
            {failureMessages(change.error, t('app.offline')).join(' ')}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            {t('sources.social.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
