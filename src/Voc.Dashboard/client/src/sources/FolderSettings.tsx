import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FolderReadingFields } from './FolderReadingFields';
import { watchedFolderQuery } from './sourceQueries';
import type { SourceDraft } from './sourceSettings';

interface Props {
  draft: SourceDraft;
  change: (part: Partial<SourceDraft>) => void;
}

/** Which folder of the server is watched, and in which language the reports beside its files are written. */
export function FolderSettings({ draft, change }: Props) {
  const { t } = useTranslation();
  const root = useQuery(watchedFolderQuery).data?.path;
  return (
    <>
      <TextInput
        label={t('sources.folder.name')}
        description={root && t('sources.folder.below', { root })}
        styles={{ description: { overflowWrap: 'anywhere' } }}
        value={draft.folder}
        onChange={(event) => change({ folder: event.currentTarget.value })}
        placeholder={t('sources.folder.example')}
        maxLength={60}
        required
      />
      <Select
        label={t('sources.folder.language')}
        value={draft.language}
        onChange={(language) => language && change({ language })}
        data={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
        allowDeselect={false}
        w={220}
      />
      <FolderReadingFields
        reading={draft.reading}
        change={(part) => change({ reading: { ...draft.reading, ...part } })}
      />
    </>
  );
}
