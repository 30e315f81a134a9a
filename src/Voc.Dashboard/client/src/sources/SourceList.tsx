import { Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, WaitingRows } from '../app/States';
import { SourceRow } from './SourceRow';
import { sourcesQuery } from './sourceQueries';

export function SourceList() {
  const { t } = useTranslation();
  const sources = useQuery({ ...sourcesQuery, refetchInterval: 30_000 });
  if (sources.error && !sources.data)
    return <Failure error={sources.error} retry={() => void sources.refetch()} />;
  if (!sources.data) return <WaitingRows rows={5} height={64} />;
  return (
    <Card p={0}>
      {sources.data.length === 0 && <Empty title={t('sources.none')}>{t('sources.noneHint')}</Empty>}
      {sources.data.map((source) => (
        <SourceRow key={source.id} source={source} />
      ))}
    </Card>
  );
}
