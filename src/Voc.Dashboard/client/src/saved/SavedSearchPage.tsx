import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { Problem } from '../api/problem';
import { Empty, Failure, Waiting } from '../app/States';
import { pageOf } from './savedAddress';
import { savedSearchQuery } from './savedQueries';

/** The address that is shared: opens the search as it is today. */
export function Component() {
  const { t } = useTranslation();
  const { id } = useParams();
  const search = useQuery(savedSearchQuery(Number(id)));
  if (search.data) return <Navigate to={pageOf(search.data)} replace />;
  if (search.error instanceof Problem && [400, 404].includes(search.error.status))
    return (
      <Empty title={t('saved.notFound')}>
        {t('saved.notFoundHint')}{' '}
        <Anchor component={Link} to="/alerts?tab=searches" size="sm">
          {t('saved.manage')}
        </Anchor>
      </Empty>
    );
  if (search.error) return <Failure error={search.error} retry={() => void search.refetch()} />;
  return <Waiting />;
}
