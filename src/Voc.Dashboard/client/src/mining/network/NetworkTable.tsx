import { useTranslation } from 'react-i18next';
import { MiningTable, type Column } from '../frame/MiningTable';
import { TextsLink } from '../frame/TextsLink';
import { useColumns } from '../frame/useColumns';
import type { Network, NetworkEdge, NetworkNode } from '../miningTypes';
import type { LinkTo } from '../useNarrowed';

interface Props {
  network: Network;
  of: 'edges' | 'nodes';
  linkTo: LinkTo;
}

export function NetworkTable({ network, of, linkTo }: Props) {
  const { t } = useTranslation();
  const column = useColumns();
  if (of === 'nodes') {
    const columns: Column<NetworkNode>[] = [
      column.name(
        { key: 'term', title: t('mining.term') },
        (row) => row.term,
        (row) => linkTo(row.query),
      ),
      { key: 'kind', title: t('mining.pos'), value: (row) => t(`mining.kind.${row.kind}`) },
      column.count({ key: 'texts', title: t('mining.texts') }, (row) => row.texts),
      column.count(
        { key: 'community', title: t('mining.community'), hint: t('mining.hint.community') },
        (row) => row.community + 1,
      ),
      column.count(
        { key: 'degree', title: t('mining.degree'), hint: t('mining.hint.degree') },
        (row) => row.degree,
      ),
      column.fixed(
        { key: 'strength', title: t('mining.strength'), hint: t('mining.hint.strength') },
        (row) => row.strength,
      ),
    ];
    return (
      <MiningTable
        label={t('mining.tableOf.nodes')}
        rows={network.nodes}
        rowKey={(row) => row.term}
        columns={columns}
      />
    );
  }
  const columns: Column<NetworkEdge>[] = [
    {
      key: 'pair',
      title: t('mining.pairOfWords'),
      value: (row) => `${row.source} ${row.target}`,
      show: (row) => (
        <TextsLink to={linkTo(row.query)}>
          {row.source} – {row.target}
        </TextsLink>
      ),
    },
    column.count(
      { key: 'texts', title: t('mining.together'), hint: t('mining.hint.together') },
      (row) => row.texts,
    ),
    column.fixed({ key: 'jaccard', title: 'Jaccard', hint: t('mining.hint.jaccard') }, (row) => row.jaccard),
    column.count(
      { key: 'community', title: t('mining.community'), hint: t('mining.hint.community') },
      (row) => (row.community === null ? null : row.community + 1),
    ),
  ];
  return (
    <MiningTable
      label={t('mining.tableOf.edges')}
      rows={network.edges}
      rowKey={(row) => `${row.source}/${row.target}`}
      columns={columns}
    />
  );
}
