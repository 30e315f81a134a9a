import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProfileFields } from './ProfileFields';
import type { SourceDraft } from './sourceSettings';

interface Props {
  draft: SourceDraft;
  change: (part: Partial<SourceDraft>) => void;
}

/** Where to fetch from, how often and, for review pages, where the reviews stand. */
export function FetchSettings({ draft, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="url"
        label={t('sources.url')}
        value={draft.url}
        onChange={(event) => change({ url: event.currentTarget.value })}
        placeholder="https://"
        required
      />
      <NumberInput
        label={t('sources.schedule')}
        description={t('sources.scheduleHint')}
        value={draft.schedule}
        onChange={(minutes) => change({ schedule: String(minutes) })}
        min={5}
        max={10080}
        allowDecimal={false}
        w={220}
      />
      {draft.kind === 'review-page' && (
        <ProfileFields profile={draft.profile} change={(profile) => change({ profile })} />
      )}
    </>
  );
}
