import { useTranslation } from 'react-i18next';
import { MiningTable, type Column } from '../frame/MiningTable';
import { useColumns } from '../frame/useColumns';
import type { CharacteristicGroup, CharacteristicRow } from '../miningTypes';
import type { LinkTo } from '../useNarrowed';

interface Props {
  groups: readonly NamedGroup[];
  isGrouped: boolean;
  linkTo: LinkTo;
}

/** A group with the name the reader knows it by. */
export type NamedGroup = CharacteristicGroup & { label: string };

type Row = CharacteristicRow & { group: string };

/** Effect, test and the four counts it rests on. */
export function CharacteristicTable({ groups, isGrouped, linkTo }: Props) {
  const { t } = useTranslation();
  const column = useColumns();
  const rows: Row[] = groups.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.label })));
  const head = (key: string, title: string, hint?: string) => ({ key, title, hint });
  const columns: Column<Row>[] = [
    column.name(
      head('term', t('mining.term')),
      (row) => row.term,
      (row) => linkTo(row.query),
    ),
    ...(isGrouped ? [{ key: 'group', title: t('mining.group'), value: (row: Row) => row.group }] : []),
    { key: 'kind', title: t('mining.pos'), value: (row) => t(`mining.kind.${row.kind}`) },
    column.fixed(head('logRatio', t('mining.logRatio'), t('mining.hint.logRatio')), (row) => row.logRatio),
    column.decimal(head('g2', 'G²', t('mining.hint.g2')), (row) => row.g2),
    column.probability(head('p', 'p'), (row) => row.p),
    column.probability(head('q', 'q', t('mining.hint.q')), (row) => row.q),
    column.count(head('a', 'a', t('mining.hint.a')), (row) => row.texts),
    column.count(head('b', 'b', t('mining.hint.b')), (row) => row.rest),
    column.count(head('c', 'c', t('mining.hint.c')), (row) => row.without),
    column.count(head('d', 'd', t('mining.hint.d')), (row) => row.restWithout),
    column.decimal(head('expected', t('mining.expected'), t('mining.hint.expected')), (row) => row.expected),
    column.percent(head('share', t('mining.here')), (row) => row.share),
    column.percent(head('restShare', t('mining.rest')), (row) => row.restShare),
  ];
  return (
    <MiningTable
      label={t('mining.title.characteristic')}
      rows={rows}
      rowKey={(row) => `${row.group}/${row.term}`}
      columns={columns}
    />
  );
}
