import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { FileDrop } from './FileDrop';
import { ImportList } from './ImportList';
import { ImportSetup } from './ImportSetup';

export function Component() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  return (
    <Page title={t('app.nav.imports')}>
      <Stack gap="md">
        {file ? (
          <ImportSetup key={`${file.name}${file.lastModified}`} file={file} done={() => setFile(null)} />
        ) : (
          <FileDrop choose={setFile} />
        )}
        <ImportList />
      </Stack>
    </Page>
  );
}
