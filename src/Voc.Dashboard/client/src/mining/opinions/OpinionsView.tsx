import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Controls, OneOf } from '../controls/Controls';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { csvOf, miningQuery } from '../miningQuery';
import type { Opinions } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice } from '../options';
import { resultSetOf } from '../resultSet';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { OpinionsTable } from './OpinionsTable';
import { opinionsDrawing } from './opinionsDrawing';

const polarities = ['all', 'negative', 'positive', 'neutral'] as const;
const lengths = ['15', '25', '40', '60'] as const;
const options = {
  polarity: choice(polarities, 'all'),
  opinions: choice(['pairs', 'targets'], 'pairs'),
  targets: choice(lengths, '25'),
};

/** 評価表現: what is praised and what is criticised, and in which words. */
export default function OpinionsView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ polarity, opinions, targets }, set] = useOptions(options);
  const result = resultSetOf(search);
  const asked = { polarity: polarity === 'all' ? undefined : polarity, limit: 200 };
  const answer = useQuery(miningQuery<Opinions>('opinions', result, asked));
  const { data } = answer;
  const { linkTo, pick } = useNarrowed(search);
  const drawn = useMemo(() => data?.targets.slice(0, Number(targets)) ?? [], [data, targets]);
  const drawing = useMemo(
    () => (drawn.length > 0 ? opinionsDrawing(drawn, t, format) : null),
    [drawn, t, format],
  );
  return (
    <MiningFrame
      view="opinions"
      search={search}
      answer={answer}
      chosen={[
        polarity !== 'all' && t(`feedback.sentiment.${polarity}`),
        t('mining.firstTargets', { targets: drawn.length }),
        data !== undefined && t('mining.withOpinions', { texts: format.count(data.withOpinions) }),
      ]}
      controls={
        <Controls>
          <Alternatives
            label={t('mining.polarity')}
            value={polarity}
            options={polarities.map((value) => ({
              value,
              label: value === 'all' ? t('app.all') : t(`feedback.sentiment.${value}`),
            }))}
            choose={(polarity) => set({ polarity })}
          />
          <OneOf
            label={t('mining.targets')}
            value={targets}
            options={lengths.map((value) => ({ value, label: t('mining.first', { words: value }) }))}
            choose={(targets) => set({ targets })}
          />
          <Alternatives
            label={t('mining.table')}
            value={opinions}
            options={(['pairs', 'targets'] as const).map((value) => ({
              value,
              label: t(`mining.tableOf.${value}`),
            }))}
            choose={(opinions) => set({ opinions })}
          />
        </Controls>
      }
      drawing={drawing}
      onPick={pick([drawn.map(({ target, query }) => ({ name: target, query }))])}
      table={data && <OpinionsTable opinions={data} of={opinions} linkTo={linkTo} />}
      csv={(['pairs', 'targets'] as const).map((table) => ({
        label: t('mining.csvOf', { table: t(`mining.tableOf.${table}`) }),
        href: csvOf('opinions', result, { ...asked, table }),
      }))}
      empty={data?.pairs.length === 0 && <TooFew>{t('mining.noOpinions')}</TooFew>}
    />
  );
}
