import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Amount, Controls } from '../controls/Controls';
import { TermFilters } from '../controls/TermFilters';
import { useTermWords } from '../controls/useTermWords';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { csvOf, miningQuery } from '../miningQuery';
import type { Network } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, number } from '../options';
import { resultSetOf } from '../resultSet';
import { termOptions, termQueryOf } from '../termFilter';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { NetworkTable } from './NetworkTable';
import { networkDrawing } from './networkDrawing';

const options = {
  ...termOptions,
  nodes: number(2, 150, 60),
  edges: number(10, 400, 120),
  threshold: number(0, 1, 0),
  choose: choice(['frequent', 'characteristic'], 'frequent'),
  network: choice(['edges', 'nodes'], 'edges'),
};

/** 共起ネットワーク: which words occur together. */
export default function NetworkView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { nodes, edges, threshold, choose, network } = chosen;
  const result = resultSetOf(search);
  const asked = { ...termQueryOf(chosen), nodes, edges, threshold: threshold || undefined, choose };
  const answer = useQuery(miningQuery<Network>('network', result, asked));
  const { data } = answer;
  const hasPairs = data !== undefined && data.edges.length > 0;
  const { linkTo, pick } = useNarrowed(search);
  const wordsOf = useTermWords();
  const drawing = useMemo(
    () => (data && data.edges.length > 0 ? networkDrawing(data, t, format) : null),
    [data, t, format],
  );
  return (
    <MiningFrame
      view="network"
      search={search}
      answer={answer}
      chosen={[
        hasPairs &&
          t('mining.wordsAndPairs', {
            words: data.nodes.filter((node) => node.degree > 0).length,
            pairs: data.edges.length,
          }),
        hasPairs &&
          t('mining.jaccardFrom', {
            jaccard: format.fixed(Math.min(...data.edges.map((edge) => edge.jaccard))),
          }),
        choose === 'characteristic' && t('mining.choose.characteristic'),
        ...wordsOf(chosen),
        data !== undefined && t('mining.modularity', { modularity: format.fixed(data.modularity) }),
      ]}
      controls={
        <Controls>
          <Amount
            label={t('mining.words')}
            value={nodes}
            min={10}
            max={150}
            step={5}
            choose={(nodes) => set({ nodes })}
          />
          <Amount
            label={t('mining.pairs')}
            value={edges}
            min={20}
            max={400}
            step={10}
            choose={(edges) => set({ edges })}
          />
          <Amount
            label={t('mining.threshold')}
            value={threshold}
            min={0}
            max={0.5}
            step={0.01}
            show={format.fixed}
            choose={(threshold) => set({ threshold })}
          />
          <Alternatives
            label={t('mining.chooseBy')}
            value={choose}
            options={(['frequent', 'characteristic'] as const).map((value) => ({
              value,
              label: t(`mining.choose.${value}`),
            }))}
            choose={(choose) => set({ choose })}
          />
          <TermFilters chosen={chosen} choose={set} />
          <Alternatives
            label={t('mining.table')}
            value={network}
            options={(['edges', 'nodes'] as const).map((value) => ({
              value,
              label: t(`mining.tableOf.${value}`),
            }))}
            choose={(network) => set({ network })}
          />
        </Controls>
      }
      drawing={drawing}
      onPick={pick()}
      table={data && <NetworkTable network={data} of={network} linkTo={linkTo} />}
      csv={(['edges', 'nodes'] as const).map((table) => ({
        label: t('mining.csvOf', { table: t(`mining.tableOf.${table}`) }),
        href: csvOf('network', result, { ...asked, table }),
      }))}
      empty={data && !hasPairs && <TooFew>{t('mining.noPairs')}</TooFew>}
    />
  );
}
