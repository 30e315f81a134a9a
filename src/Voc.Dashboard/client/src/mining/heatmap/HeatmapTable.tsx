import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { MiningTable, type Column } from '../frame/MiningTable';
import { TextsLink } from '../frame/TextsLink';
import { useColumns } from '../frame/useColumns';
import type { Heatmap } from '../miningTypes';
import { both } from '../narrowed';
import type { LinkTo } from '../useNarrowed';
import type { CellName } from './heatmapDrawing';

interface Props {
  heatmap: Heatmap;
  cell: CellName;
  linkTo: LinkTo;
}

/** Counts in every cell, with what the picture shows behind them. */
export function HeatmapTable({ heatmap, cell, linkTo }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const column = useColumns();
  const rows = heatmap.rows.map((row, y) => ({ ...row, y }));
  type Row = (typeof rows)[number];
  const shown = (y: number, x: number) => {
    if (cell === 'residual') return format.fixed(heatmap.residuals[y]![x]!);
    if (cell === 'row') return format.percentTenths(heatmap.rowShares[y]![x]!);
    return cell === 'column' ? format.percentTenths(heatmap.columnShares[y]![x]!) : null;
  };
  const hasTests = rows.some((row) => row.test);
  const columns: Column<Row>[] = [
    column.name(
      { key: 'row', title: t('mining.rows') },
      (row) => row.label,
      (row) => linkTo(row.query),
    ),
    column.count({ key: 'texts', title: t('mining.texts') }, (row) => row.texts),
    ...heatmap.columns.map(({ value, label, clause }, x): Column<Row> => ({
      key: `column ${value}`,
      title: label,
      value: ({ y }) => heatmap.counts[y]![x]!,
      show: ({ y, clause: rowClause }) => {
        const count = heatmap.counts[y]![x]!;
        return (
          <>
            {count > 0 ? (
              <TextsLink to={linkTo(both(rowClause, clause))}>{format.count(count)}</TextsLink>
            ) : (
              '0'
            )}
            {cell !== 'count' && <small> ({shown(y, x)})</small>}
          </>
        );
      },
    })),
    ...(hasTests
      ? [
          column.decimal<Row>({ key: 'chi', title: 'χ²' }, (row) => row.test?.chiSquare ?? null),
          column.probability<Row>({ key: 'p', title: 'p' }, (row) => row.test?.p ?? null),
          column.fixed<Row>({ key: 'v', title: t('mining.cramersV') }, (row) => row.test?.cramersV ?? null),
        ]
      : []),
  ];
  return (
    <MiningTable
      label={t('mining.title.heatmap')}
      rows={rows}
      rowKey={(row) => row.value}
      columns={columns}
    />
  );
}
