import { Checkbox, Group, NumberInput, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlatformKind } from '../api/types';
import { SocialTester } from './SocialTester';
import { needsSecret, needsWords, platformFields, type SocialDraft } from './socialSettings';
import { fetchedKinds } from './sourceSettings';

interface Props {
  kind: PlatformKind;
  draft: SocialDraft;
  change: (part: Partial<SocialDraft>) => void;
  schedule: string;
  changeSchedule: (minutes: string) => void;
  /** The source whose settings these are, with a secret that need not be typed again. */
  source?: { id: number; hasSecret: boolean };
}

/** What a platform is asked for, with which secret and how often; and a try of it. */
export function SocialSettings({ kind, draft, change, schedule, changeSchedule, source }: Props) {
  const { t } = useTranslation();
  const has = (field: (typeof platformFields)[PlatformKind][number]) => platformFields[kind].includes(field);
  return (
    <>
      {has('videos') && (
        <Group grow align="flex-start">
          <Textarea
            label={t('sources.social.videos')}
            description={t('sources.social.videosHint')}
            placeholder="https://www.youtube.com/watch?v=…"
            value={draft.videos}
            onChange={(event) => change({ videos: event.currentTarget.value })}
            autosize
            minRows={2}
          />
          <TextInput
            label={t('sources.social.channelId')}
            description={t('sources.social.channelIdHint')}
            placeholder="UC…"
            value={draft.channelId}
            onChange={(event) => change({ channelId: event.currentTarget.value })}
          />
        </Group>
      )}
      <Group grow align="flex-start">
        <Textarea
          label={t(kind === 'mastodon' ? 'sources.social.tags' : 'sources.social.words')}
          description={t(needsWords[kind] ? 'sources.social.wordsHint' : 'sources.social.wordsOptional')}
          value={draft.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
          autosize
          minRows={2}
          required={needsWords[kind]}
        />
        <Textarea
          label={t('sources.social.exclude')}
          description={t('sources.social.excludeHint')}
          value={draft.exclude}
          onChange={(event) => change({ exclude: event.currentTarget.value })}
          autosize
          minRows={2}
        />
      </Group>
      <Group grow align="flex-start">
        <Select
          label={t('sources.social.language')}
          value={draft.language}
          onChange={(language) => change({ language: language ?? '' })}
          data={[
            { value: 'ja', label: t('sources.social.japanese') },
            { value: 'en', label: t('sources.social.english') },
            { value: '', label: t('sources.social.anyLanguage') },
          ]}
          allowDeselect={false}
        />
        {fetchedKinds.includes(kind) && (
          <NumberInput
            label={t('sources.schedule')}
            value={schedule}
            onChange={(minutes) => changeSchedule(String(minutes))}
            min={1}
            max={10080}
            allowDecimal={false}
          />
        )}
      </Group>
      {has('address') && (
        <TextInput
          type="url"
          label={t('sources.social.address')}
          placeholder="https://mastodon.social"
          value={draft.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
      )}
      {has('account') && (
        <TextInput
          label={t('sources.social.account')}
          placeholder="example.bsky.social"
          value={draft.account}
          onChange={(event) => change({ account: event.currentTarget.value })}
        />
      )}
      <PasswordInput
        label={t(`sources.social.secret.${kind}`)}
        description={t(source?.hasSecret ? 'sources.social.secretKept' : 'sources.social.secretHint')}
        value={draft.secret}
        onChange={(event) => change({ secret: event.currentTarget.value })}
        autoComplete="new-password"
        required={needsSecret[kind] && !source?.hasSecret}
      />
      {has('stream') && (
        <Checkbox
          label={t('sources.social.stream')}
          checked={draft.isStreamed}
          onChange={(event) => change({ isStreamed: event.currentTarget.checked })}
        />
      )}
      {has('links') && (
        <Checkbox
          label={t('sources.social.keepLinks')}
          checked={draft.keepLinks}
          onChange={(event) => change({ keepLinks: event.currentTarget.checked })}
        />
      )}
      {kind !== 'line' && <SocialTester kind={kind} draft={draft} id={source?.id} />}
    </>
  );
}
