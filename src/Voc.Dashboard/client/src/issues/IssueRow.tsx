import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueSummary } from '../api/types';
import { useNow } from '../app/useNow';
import { Sparkline } from '../charts/Sparkline';
import { useFormat } from '../format/useFormat';
import classes from './IssueRow.module.css';
import { SeverityBadge } from './SeverityBadge';
import { StateBadge } from './StateBadge';
import { isOpen } from './states';
import { useIssueTitle } from './useIssueTitle';

interface Props {
  issue: IssueSummary;
  /** It came by push just now: it slides in and stands out. */
  fresh?: boolean;
  compact?: boolean;
}

export function IssueRow({ issue, fresh, compact }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useIssueTitle()(issue);
  const now = useNow(30_000);
  return (
    <Link
      to={`/issues/${issue.id}`}
      className={classes.row}
      data-fresh={fresh || undefined}
      data-compact={compact || undefined}
    >
      <div className={classes.main}>
        <Group gap={6}>
          <SeverityBadge issue={issue} />
          <StateBadge state={issue.state} />
          <Text component="span" size="xs" c="dimmed">
            {issue.product}
          </Text>
        </Group>
        <p className={classes.title}>{title}</p>
        <Text size="xs" c="dimmed">
          {t('issues.detected', { when: format.ago(issue.detectedAt, now) })}
          {issue.assignee && ` ・ ${t('issues.assignedTo', { assignee: issue.assignee })}`}
          {issue.dueOn && isOpen(issue.state) && <Due day={issue.dueOn} now={now} />}
        </Text>
      </div>
      <div className={classes.figures}>
        <span className={classes.count}>{t('issues.count', { total: format.count(issue.count) })}</span>
        <Text size="xs" c="dimmed" component="span">
          {t('issues.against', { expected: format.decimal(issue.expected), days: issue.windowDays })}
        </Text>
      </div>
      <div className={classes.spark}>
        <Sparkline
          values={issue.sparkline}
          baseline={issue.baseline}
          width={compact ? 84 : 128}
          colour={issue.polarity === 'positive' ? 'var(--voc-positive)' : undefined}
        />
      </div>
    </Link>
  );
}

/** The due date of an issue that still has one to meet. */
function Due({ day, now }: { day: string; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = day < format.isoDate(new Date(now));
  return (
    <Text span inherit c={isOver ? 'red' : undefined}>
      {' ・ '}
      {t(isOver ? 'issues.overdue' : 'issues.due', { day: format.day(day) })}
    </Text>
  );
}
