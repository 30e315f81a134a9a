import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/Page';
import { Panel } from '../app/Panel';
import { Failure, WaitingRows } from '../app/States';
import { TrendChart } from '../charts/TrendChart';
import { EmergingIssues } from './EmergingIssues';
import { FeedStream } from './FeedStream';
import { KpiRow } from './KpiRow';
import classes from './LivePage.module.css';
import { LiveStatus } from './LiveStatus';
import { Splits } from './Splits';
import { TrendLegend } from './TrendLegend';
import { trendsQuery } from './liveQueries';
import { useLooking } from './useArrivals';

export function Component() {
  const { t } = useTranslation();
  const trends = useQuery(trendsQuery);
  useLooking();
  return (
    <Page title={t('app.nav.live')} actions={<LiveStatus />}>
      {trends.error && !trends.data ? (
        <Failure error={trends.error} retry={() => void trends.refetch()} />
      ) : (
        <KpiRow kpis={trends.data?.kpis} />
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('live.trend')} className={classes.trend} actions={<TrendLegend />}>
            {trends.data ? <TrendChart points={trends.data.points} /> : <WaitingRows rows={5} />}
          </Panel>
          <FeedStream />
        </div>
        <div className={classes.column}>
          <Panel title={t('live.emerging')} className={classes.issues} flush>
            <EmergingIssues />
          </Panel>
          <Splits trends={trends.data} />
        </div>
      </div>
    </Page>
  );
}
