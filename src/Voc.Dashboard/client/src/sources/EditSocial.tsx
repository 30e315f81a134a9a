import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlatformKind, Source } from '../api/types';
import { failureMessages } from '../app/States';
import { SocialSettings } from './SocialSettings';
import { socialDraftOf, socialSettings } from './socialSettings';
import { useChangeSource } from './sourceQueries';

/** Changes what a platform is asked for, its secret and its schedule. */
export function EditSocial({ source, kind }: { source: Source; kind: PlatformKind }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => socialDraftOf(source.settings));
  const [schedule, setSchedule] = useState(String(source.schedule ?? ''));
  const change = useChangeSource(source.id);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const edited = socialSettings(kind, draft);
    const settings = { ...source.settings, ...emptied(edited), ...edited };
    // Other settings begin the collection anew, so they travel only where something changed.
    const isChanged = JSON.stringify(settings) !== JSON.stringify(source.settings);
    change.mutate(
      {
        ...(isChanged && { settings }),
        schedule: Number(schedule) || 0,
        ...(draft.secret.trim() && { secret: draft.secret.trim() }),
      },
      { onSuccess: () => setDraft((before) => ({ ...before, secret: '' })) },
    );
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SocialSettings
          kind={kind}
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          schedule={schedule}
          changeSchedule={setSchedule}
          source={source}
        />
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

  /** What this form shows and was emptied in it is gone; what it does not show stays. */
  function emptied(edited: Record<string, unknown>) {
    const shown = ['exclude', 'language', 'address', 'account', 'channelId', 'stream', 'keepLinks'];
    return Object.fromEntries(
      shown.filter((name) => name in source.settings && !(name in edited)).map((name) => [name, undefined]),
    );
  }
}
