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
        label={t(draft.sitemap.trim() ? 'sources.urlBegin' : 'sources.url')}
        description={draft.sitemap.trim() && t('sources.urlBeginHint')}
        value={draft.url}
        onChange={(event) => change({ url: event.currentTarget.value })}
        placeholder="https://"
        required
      />
      {draft.kind === 'review-page' && (
        <TextInput
          label={t('sources.sitemap')}
          description={t('sources.sitemapHint')}
          value={draft.sitemap}
          onChange={(event) => change({ sitemap: event.currentTarget.value })}
          placeholder="https://www.example.jp/sitemap.xml"
        />
      )}
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
