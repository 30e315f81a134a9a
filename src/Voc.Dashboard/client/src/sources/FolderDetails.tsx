import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Source } from '../api/types';
import { Snippet } from '../app/Snippet';
import { FolderReadingFields } from './FolderReadingFields';
import { folderSettings, readingOf } from './folderSettings';
import { Saving } from './Saving';
import classes from './SourceDetails.module.css';
import { useChangeSource, watchedFolderQuery } from './sourceQueries';

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
      <ChangeReading source={source} />
    </>
  );
}

function ChangeReading({ source }: { source: Source }) {
  const { t } = useTranslation();
  const [reading, setReading] = useState(() => readingOf(source));
  const change = useChangeSource(source.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ settings: folderSettings(source.settings, reading) });
  };
  return (
    <details>
      <summary className={classes.summary}>{t('sources.folder.reading')}</summary>
      <form onSubmit={submit}>
        <Stack gap="xs">
          <FolderReadingFields
            reading={reading}
            change={(part) => setReading((before) => ({ ...before, ...part }))}
          />
          <Saving change={change} isReady />
        </Stack>
      </form>
    </details>
  );
}
