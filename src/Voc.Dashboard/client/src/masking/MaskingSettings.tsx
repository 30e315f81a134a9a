import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure, WaitingRows } from '../app/States';
import { AccessLog } from './AccessLog';
import { AllowedList } from './AllowedList';
import { KeptOriginals } from './KeptOriginals';
import { MaskingRun } from './MaskingRun';
import { MaskingTrial } from './MaskingTrial';
import { maskingQuery } from './maskingQueries';

/** What is taken for personal data, and what is not. */
export function MaskingSettings() {
  const { t } = useTranslation();
  const status = useQuery(maskingQuery);
  if (status.error && !status.data)
    return <Failure error={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return <WaitingRows rows={5} />;
  return (
    <Stack gap="md">
      <Text size="sm">{t('masking.intro')}</Text>
      <AllowedList allowed={status.data.allowed} />
      <MaskingTrial />
      <MaskingRun run={status.data.run} />
      <KeptOriginals sources={status.data.sources} />
      <AccessLog />
    </Stack>
  );
}
