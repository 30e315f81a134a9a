import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Trends } from '../api/types';
import { useFormat } from '../format/useFormat';
import classes from './KpiRow.module.css';

interface Kpi {
  key: string;
  name: string;
  value: string;
  note: string;
  /** Whether the change is welcome; undefined where it is neither. */
  good?: boolean;
}

export function KpiRow({ kpis }: { kpis: Trends['kpis'] | undefined }) {
  const list = useKpis(kpis);
  return (
    <dl className={classes.row}>
      {list.map(({ key, name, value, note, good }) => (
        <div key={key} className={classes.kpi} data-kpi={key}>
          <dt>{name}</dt>
          <dd>
            {kpis ? <span className={classes.value}>{value}</span> : <Skeleton height={28} width={72} />}
          </dd>
          <dd className={classes.note} data-good={good}>
            {kpis ? note : '\u00a0'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useKpis(kpis: Trends['kpis'] | undefined): Kpi[] {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = kpis ?? {
    today: 0,
    yesterday: 0,
    lastHour: 0,
    negativeShare: 0,
    negativeSharePrevious: 0,
    openIssues: 0,
    nps: null,
  };
  const change = (shown.negativeShare ?? 0) - (shown.negativeSharePrevious ?? shown.negativeShare ?? 0);
  return [
    {
      key: 'today',
      name: t('live.kpi.today'),
      value: format.count(shown.today),
      note: t('live.kpi.yesterday', { yesterday: format.count(shown.yesterday) }),
    },
    {
      key: 'lastHour',
      name: t('live.kpi.lastHour'),
      value: format.count(shown.lastHour),
      note: t('live.kpi.received'),
    },
    {
      key: 'negativeShare',
      name: t('live.kpi.negativeShare'),
      value: shown.negativeShare === null ? '–' : format.percent(shown.negativeShare),
      note: t('live.kpi.change', { change: format.signed(Math.round(change * 1000) / 10) }),
      good: Math.abs(change) < 0.005 ? undefined : change < 0,
    },
    {
      key: 'openIssues',
      name: t('live.kpi.openIssues'),
      value: format.count(shown.openIssues),
      note: t('live.kpi.untilFixed'),
    },
    {
      key: 'nps',
      name: t('live.kpi.nps'),
      value: shown.nps ? format.signed(Math.round(shown.nps.score)) : '–',
      note: shown.nps
        ? t('live.kpi.answers', { answers: format.count(shown.nps.answers) })
        : t('live.kpi.noAnswers'),
    },
  ];
}
