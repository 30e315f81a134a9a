import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty, Failure, WaitingRows } from '../app/States';
import { IssueRow } from '../issues/IssueRow';
import { newestFirst } from '../issues/newestFirst';
import { newestQuery } from '../issues/issueQueries';
import { useArrivals } from './useArrivals';

const shown = 5;

export function EmergingIssues() {
  const { t } = useTranslation();
  const issues = useQuery(newestQuery);
  const { newIssues } = useArrivals();
  if (issues.error && !issues.data)
    return <Failure error={issues.error} retry={() => void issues.refetch()} />;
  if (!issues.data) return <WaitingRows rows={4} />;
  if (issues.data.items.length === 0)
    return <Empty title={t('live.noIssues')}>{t('live.noIssuesHint')}</Empty>;
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {newestFirst(issues.data.items)
          .slice(0, shown)
          .map((issue) => (
            <li key={issue.id}>
              <IssueRow issue={issue} fresh={newIssues.has(issue.id)} compact />
            </li>
          ))}
      </ul>
      {issues.data.total > shown && (
        <Group justify="flex-end" px="md" py="xs">
          <Anchor component={Link} to="/issues" size="sm">
            {t('live.allIssues', { total: issues.data.total })}
          </Anchor>
        </Group>
      )}
    </>
  );
}
