import { useTranslation } from 'react-i18next';
import { MiningTable, type Column } from '../frame/MiningTable';
import { useColumns } from '../frame/useColumns';
import type { Correspondence, MapPoint } from '../miningTypes';
import type { LinkTo } from '../useNarrowed';
import type { Axes } from './correspondenceDrawing';

interface Props {
  map: Correspondence;
  names: { rows: string; columns: string };
  axes: Axes;
  linkTo: LinkTo;
}

type Row = MapPoint & { set: string };

export function CorrespondenceTable({ map, names, axes, linkTo }: Props) {
  const { t } = useTranslation();
  const column = useColumns();
  const rows: Row[] = [
    ...map.columns.map((point) => ({ ...point, set: names.columns })),
    ...map.rows.map((point) => ({ ...point, set: names.rows })),
  ];
  const columns: Column<Row>[] = [
    column.name(
      { key: 'label', title: t('mining.point') },
      (row) => row.label,
      (row) => linkTo(row.query),
    ),
    ...axes.flatMap((axis) => [
      column.fixed<Row>(
        { key: `axis ${axis}`, title: t('mining.componentShort', { number: axis + 1 }) },
        (row) => row.coordinates[axis] ?? 0,
      ),
      column.percent<Row>(
        {
          key: `contribution ${axis}`,
          title: t('mining.contribution'),
          hint: t('mining.hint.contribution', { number: axis + 1 }),
        },
        (row) => row.contributions[axis] ?? 0,
      ),
    ]),
    column.percent(
      { key: 'quality', title: t('mining.quality'), hint: t('mining.hint.quality') },
      (row) => row.quality,
    ),
    { key: 'set', title: t('mining.set'), value: (row) => row.set },
    column.count({ key: 'texts', title: t('mining.texts') }, (row) => row.texts),
  ];
  return (
    <MiningTable
      label={t('mining.title.correspondence')}
      rows={rows}
      rowKey={(row) => `${row.set}/${row.value}`}
      columns={columns}
    />
  );
}
