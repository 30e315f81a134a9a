import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { ImportRow } from './ImportRow';
import { importsQuery } from './importQueries';

export function ImportList() {
  const { t } = useTranslation();
  const imports = useQuery(importsQuery);
  return (
    <Panel title={t('imports.list')} flush>
      {imports.error && !imports.data && (
        <Failure error={imports.error} retry={() => void imports.refetch()} />
      )}
      {imports.isPending && <WaitingRows rows={3} />}
      {imports.data?.length === 0 && <Empty title={t('imports.none')}>{t('imports.noneHint')}</Empty>}
      {imports.data?.map((one) => (
        <ImportRow key={one.id} job={one} />
      ))}
    </Panel>
  );
}
