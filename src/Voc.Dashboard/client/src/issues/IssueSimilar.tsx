import { Anchor, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SimilarIssue } from '../api/types';
import { Panel } from '../app/Panel';
import { Failure } from '../app/States';
import { useFormat } from '../format/useFormat';
import classes from './IssueSimilar.module.css';
import { StateBadge } from './StateBadge';
import { similarQuery } from './issueQueries';
import { useIssueTitle } from './useIssueTitle';

/** Issues like it, and what became of them: perhaps this one is an old acquaintance. */
export function IssueSimilar({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(similarQuery(id));
  return (
    <Panel title={t('issues.similar')} hint={t('issues.similarHint')}>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={64} />
      ) : data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('issues.noSimilar')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {data.map((issue) => (
            <Row key={issue.id} issue={issue} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ issue }: { issue: SimilarIssue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useIssueTitle();
  return (
    <li>
      <Group gap={6}>
        <StateBadge state={issue.state} />
        <Text span size="xs" c="dimmed">
          {t('issues.likeness', { share: format.percent(Math.round(issue.likeness * 100) / 100) })}
          {issue.product && ` ・ ${issue.product}`}
        </Text>
      </Group>
      <Anchor component={Link} to={`/issues/${issue.id}`} fw={550}>
        {titleOf(issue)}
      </Anchor>
      <Text size="xs" c="dimmed">
        {t('issues.detected', { when: format.date(issue.detectedAt) })}
        {' ・ '}
        {issue.days === null
          ? t('issues.stillOpen')
          : t('issues.tookDays', { total: format.count(issue.days) })}
        {issue.shared.length > 0 &&
          ` ・ ${t('issues.sharedTerms', { terms: issue.shared.slice(0, 4).join('、') })}`}
      </Text>
    </li>
  );
}
