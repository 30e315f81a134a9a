import { Anchor, Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RealIssue } from '../api/types';
import { Panel } from '../app/Panel';
import { useFormat } from '../format/useFormat';
import { StateBadge } from '../issues/StateBadge';
import { useIssueTitle } from '../issues/useIssueTitle';
import classes from './Replay.module.css';
import { useDays } from './useDays';

/** The issues people took for real: how much earlier or later the setting finds them, or not at all. */
export function RealIssues({ issues }: { issues: readonly RealIssue[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const titleOf = useIssueTitle();
  return (
    <Panel title={t('replay.real')} hint={t('replay.realHint')} flush={issues.length > 0}>
      {issues.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('replay.noReal')}
        </Text>
      ) : (
        <ul className={classes.rows} aria-label={t('replay.real')}>
          {issues.map((issue) => (
            <li key={issue.id}>
              <div className={classes.head}>
                <Anchor component={Link} to={`/issues/${issue.id}`} size="sm" fw={600}>
                  {titleOf(issue)}
                </Anchor>
                <Badge
                  variant="light"
                  color={issue.days === null ? 'red' : issue.days > 0 ? 'orange' : 'teal'}
                >
                  {issue.days === null ? t('replay.days.missed') : days(issue.days)}
                </Badge>
              </div>
              <Text size="xs" c="dimmed" component="div">
                <StateBadge state={issue.state} />{' '}
                {[
                  issue.product,
                  t('replay.foundThen', { day: format.date(issue.detectedAt) }),
                  issue.foundAt && t('replay.foundNow', { day: format.date(issue.foundAt) }),
                ]
                  .filter(Boolean)
                  .join(' ・ ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
