import { Card, Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../app/Page';
import { Empty, Failure, WaitingRows } from '../app/States';
import type { IssueFilter } from '../live/liveCache';
import { useArrivals } from '../live/useArrivals';
import { IssueRow } from './IssueRow';
import classes from './IssuesPage.module.css';
import { inOrder } from './inOrder';
import { issueSorts, issuesQuery } from './issueQueries';

const filters = [
  'open',
  'new',
  'acknowledged',
  'investigating',
  'fixed',
  'verified',
  'regressed',
  'muted',
  'all',
] as const;

export function Component() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const filter = oneOf(filters, parameters.get('state')) ?? 'open';
  const sort = oneOf(issueSorts, parameters.get('sort')) ?? 'severity';
  const issues = useQuery(issuesQuery(filter, sort));
  const { newIssues } = useArrivals();

  const set = (name: string, value: string, usual: string) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === usual) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );

  const filterName = (value: IssueFilter) =>
    value === 'open' || value === 'all' ? t(`issues.filter.${value}`) : t(`issues.state.${value}`);

  return (
    <Page title={t('app.nav.issues')}>
      <Group mb="sm" gap="sm" justify="space-between">
        <div className={classes.filters}>
          <SegmentedControl
            size="xs"
            aria-label={t('issues.filterLabel')}
            value={filter}
            onChange={(value) => set('state', value, 'open')}
            data={filters.map((value) => ({ value, label: filterName(value) }))}
          />
        </div>
        <Select
          size="xs"
          w={170}
          aria-label={t('issues.sortLabel')}
          value={sort}
          onChange={(value) => set('sort', value ?? 'severity', 'severity')}
          data={issueSorts.map((value) => ({ value, label: t(`issues.sort.${value}`) }))}
          allowDeselect={false}
        />
      </Group>
      <Card p={0}>
        {issues.error && !issues.data ? (
          <Failure error={issues.error} retry={() => void issues.refetch()} />
        ) : !issues.data ? (
          <WaitingRows rows={6} height={64} />
        ) : issues.data.items.length === 0 ? (
          <Empty title={t('issues.empty')}>{t('issues.emptyHint')}</Empty>
        ) : (
          <ul className={classes.list}>
            {inOrder(issues.data.items, sort).map((issue) => (
              <li key={issue.id}>
                <IssueRow issue={issue} fresh={newIssues.has(issue.id)} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  );
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((one) => one === value);
}
