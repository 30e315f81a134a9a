import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Source } from '../api/types';
import { Snippet } from '../app/Snippet';
import { watchedFolderQuery } from './sourceQueries';

/** Where files are put, and what becomes of them. */
export function FolderDetails({ source }: { source: Source }) {
  const { t } = useTranslation();
  const root = useQuery(watchedFolderQuery).data?.path;
  return (
    <>
      <Text size="sm">{t('sources.folder.put')}</Text>
      {root && (
        <Snippet text={`${root}${root.includes('\\') ? '\\' : '/'}${String(source.settings.folder)}`} />
      )}
      <Text size="xs" c="dimmed">
        {t('sources.folder.moved')}
      </Text>
      <Anchor component={Link} to="/imports" size="sm">
        {t('sources.folder.imports')}
      </Anchor>
    </>
  );
}
