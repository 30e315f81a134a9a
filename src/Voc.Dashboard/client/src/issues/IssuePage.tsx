import { Grid, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { Problem } from '../api/problem';
import type { IssueDetail } from '../api/types';
import { Page } from '../app/Page';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { BaselineChart } from '../charts/BaselineChart';
import { useFormat } from '../format/useFormat';
import { SeverityBreakdown } from '../severity/SeverityBreakdown';
import { IssueContrasts } from './IssueContrasts';
import { IssueEffect } from './IssueEffect';
import { IssueFacts } from './IssueFacts';
import { IssueHistory } from './IssueHistory';
import { IssueNeighbours } from './IssueNeighbours';
import { IssueQuotes } from './IssueQuotes';
import { IssueSimilar } from './IssueSimilar';
import { IssueTriage } from './IssueTriage';
import { IssueGrouping } from './grouping/IssueGrouping';
import { mergedInto } from './grouping/mergedInto';
import { SeverityBadge } from './SeverityBadge';
import { StateBadge } from './StateBadge';
import { isAfterFix } from './states';
import { issueQuery } from './issueQueries';
import { useIssueTitle } from './useIssueTitle';

export function Component() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const issue = useQuery(issueQuery(id));
  const titleOf = useIssueTitle();
  const merged = mergedInto(issue.error);
  const isMissing = issue.error instanceof Problem && issue.error.status === 404;
  if (merged !== null) return <Navigate to={`/issues/${merged}`} replace />;
  return (
    <Page
      title={issue.data ? titleOf(issue.data) : t('app.nav.issues')}
      actions={<IssueNeighbours id={id} />}
    >
      {isMissing ? (
        <Empty title={t('issues.missing')}>{t('issues.missingHint')}</Empty>
      ) : issue.error && !issue.data ? (
        <Failure error={issue.error} retry={() => void issue.refetch()} />
      ) : issue.data ? (
        <Loaded issue={issue.data} />
      ) : (
        <WaitingRows rows={6} height={72} />
      )}
    </Page>
  );
}

function Loaded({ issue }: { issue: IssueDetail }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const triage = <IssueTriage issue={issue} key={`triage ${issue.id}`} />;
  return (
    <>
      <Group gap={6} mb="md">
        <SeverityBadge issue={issue} />
        <StateBadge state={issue.state} />
        <Text size="sm" c="dimmed">
          {issue.product}
        </Text>
      </Group>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <Panel title={t('issues.why')}>
              <Text size="lg">{i18n.language === 'en' ? issue.why.en : issue.why.ja}</Text>
            </Panel>
            <Panel title={t('issues.chart')} hint={t('issues.chartHint')}>
              <BaselineChart
                series={issue.series}
                polarity={issue.polarity}
                detectedOn={format.isoDate(issue.detectedAt)}
                fixedOn={isAfterFix(issue.state) ? issue.fixedOn : null}
              />
            </Panel>
            <IssueEffect issue={issue} />
            {/* On a phone what can be done comes before what can be read. */}
            {!isWide && triage}
            <IssueQuotes issue={issue} key={`quotes ${issue.id}`} />
            {issue.kind !== 'silence' && <IssueSimilar id={issue.id} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            {isWide && triage}
            {issue.kind !== 'silence' && <IssueGrouping issue={issue} key={`grouping ${issue.id}`} />}
            <IssueFacts issue={issue} />
            <SeverityBreakdown issue={issue} />
            {issue.kind !== 'silence' && <IssueContrasts id={issue.id} />}
            <IssueHistory id={issue.id} history={issue.history} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
