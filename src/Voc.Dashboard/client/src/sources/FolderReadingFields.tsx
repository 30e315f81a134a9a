import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { presetsQuery } from '../imports/importQueries';
import { mappedFields, type FolderReading } from './folderSettings';

interface Props {
  reading: FolderReading;
  change: (part: Partial<FolderReading>) => void;
}

/** Which tool writes the files, or which column is what. */
export function FolderReadingFields({ reading, change }: Props) {
  const { t } = useTranslation();
  const presets = useQuery(presetsQuery).data ?? [];
  return (
    <>
      <Select
        label={t('sources.folder.preset')}
        description={t('sources.folder.presetHint')}
        value={reading.preset}
        onChange={(preset) => change({ preset: preset ?? '' })}
        data={[
          { value: '', label: t('sources.folder.recognise') },
          ...presets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        allowDeselect={false}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {mappedFields.map((field) => (
          <TextInput
            key={field}
            label={t(`sources.folder.column.${field}`)}
            description={field === 'text' ? t('sources.folder.columnHint') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={reading[field]}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </>
  );
}
