import { Checkbox, Group, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueSummary } from '../api/types';
import { Sparkline } from '../charts/Sparkline';
import { useFormat } from '../format/useFormat';
import classes from './BoardRow.module.css';
import { SeverityBadge } from './SeverityBadge';
import { StateBadge } from './StateBadge';
import { lastOpened } from './lastOpened';
import { isOpen } from './states';
import { rowId } from './useBoardKeys';
import { useGrowth } from './useGrowth';
import { useIssueTitle } from './useIssueTitle';
import { useSliceName } from './useSliceName';

interface Props {
  issue: IssueSummary;
  /** The address of the board, for the way back and to the next. */
  board: string;
  isActive: boolean;
  /** It came by push. */
  isNew: boolean;
  /** It has changed since the board was opened. */
  isChanged: boolean;
  /** It has left the list, and only keeps its place. */
  isGone: boolean;
  me: string;
  now: number;
  focused: (id: number) => void;
  isSelected: boolean;
  /** Null where the reader may not. */
  select: ((issue: IssueSummary) => void) | null;
}

export const BoardRow = memo(function BoardRow({
  issue,
  board,
  isActive,
  isNew,
  isChanged,
  isGone,
  me,
  now,
  focused,
  isSelected,
  select,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const growth = useGrowth();
  const title = useIssueTitle()(issue);
  const sliceName = useSliceName();
  return (
    <li
      className={classes.row}
      data-severity={issue.polarity === 'positive' ? 'positive' : issue.severity}
      data-gone={isGone || undefined}
    >
      {(isNew || isChanged) && <span key={issue.updatedAt} className={classes.flash} aria-hidden />}
      <div className={classes.main}>
        <Group gap={6}>
          {select && (
            <Checkbox
              size="xs"
              className={classes.select}
              aria-label={t('grouping.select', { title })}
              checked={isSelected}
              onChange={() => select(issue)}
              onFocus={() => focused(issue.id)}
              tabIndex={-1}
            />
          )}
          <SeverityBadge issue={issue} />
          <StateBadge state={issue.state} />
          {issue.product && (
            <Text component="span" size="xs" c="dimmed">
              {issue.product}
            </Text>
          )}
          {issue.slice && (
            <Text component="span" size="xs" c="dimmed">
              {sliceName(`${issue.slice.field}:${issue.slice.value}`)}
            </Text>
          )}
        </Group>
        <h2 className={classes.title}>
          <Link
            id={rowId(issue.id)}
            to={`/issues/${issue.id}`}
            state={{ board }}
            className={classes.link}
            tabIndex={isActive ? 0 : -1}
            aria-describedby={`${rowId(issue.id)}-facts`}
            onFocus={() => focused(issue.id)}
            onClick={() => lastOpened.set(issue.id)}
          >
            {title}
          </Link>
        </h2>
        <Text size="xs" c="dimmed" component="p" m={0}>
          {t('issues.detected', { when: format.ago(issue.detectedAt, now) })}
          {issue.assignee &&
            ` ・ ${issue.assignee === me ? t('issues.mine') : t('issues.assignedTo', { assignee: issue.assignee })}`}
          {issue.dueOn && isOpen(issue.state) && <Due day={issue.dueOn} now={now} />}
        </Text>
      </div>
      <dl className={classes.facts} id={`${rowId(issue.id)}-facts`}>
        <div className={classes.count}>
          <dt className={classes.name}>{t('issues.column.count')}</dt>
          <dd>
            <strong>
              {t('issues.inDays', { days: issue.windowDays, total: format.count(issue.count) })}
            </strong>
            <span>{t('issues.usually', { expected: usual(issue.expected, format.decimal) })}</span>
          </dd>
        </div>
        <div>
          <dt className={classes.name}>{t('issues.column.growth')}</dt>
          <dd>
            <strong>{growth(issue.growth)}</strong>
          </dd>
        </div>
        {issue.kind !== 'silence' && (
          <div>
            <dt className={classes.name}>{t('issues.column.reach')}</dt>
            <dd>
              <strong>{t('issues.people', { total: format.count(issue.customers) })}</strong>
            </dd>
          </div>
        )}
      </dl>
      <div className={classes.spark}>
        <Sparkline
          values={issue.sparkline}
          baseline={issue.baseline}
          width={128}
          colour={issue.polarity === 'positive' ? 'var(--voc-positive)' : undefined}
        />
      </div>
    </li>
  );
});

/** What rounds to nothing is not nothing. */
export const usual = (expected: number, decimal: (value: number) => string) =>
  expected > 0 && expected < 0.1 ? `< ${decimal(0.1)}` : decimal(expected);

/** The due date of an issue that still has one to meet. */
function Due({ day, now }: { day: string; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = day < format.isoDate(new Date(now));
  return (
    <Text span inherit c={isOver ? 'red' : undefined} fw={isOver ? 600 : undefined}>
      {' ・ '}
      {t(isOver ? 'issues.overdue' : 'issues.due', { day: format.day(day) })}
    </Text>
  );
}
