import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Controls, OneOf } from '../controls/Controls';
import { DimensionChoice } from '../controls/DimensionChoice';
import { isDimension } from '../dimensions';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { useDimensionName } from '../frame/useDimensionName';
import { useFacetLabel } from '../../search/facets/useFacetLabel';
import { csvOf, miningQuery } from '../miningQuery';
import type { Heatmap } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, textWhere } from '../options';
import { resultSetOf } from '../resultSet';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { HeatmapTable } from './HeatmapTable';
import { cellNames, heatmapDrawing } from './heatmapDrawing';

const lengths = ['10', '15', '20', '30', '50', '100'] as const;
const options = {
  rows: textWhere(isDimension, 'topic'),
  columns: textWhere(isDimension, 'segment'),
  cell: choice(cellNames, 'count'),
  rowLimit: choice(lengths, '20'),
  columnLimit: choice(lengths, '15'),
};

/** ヒートマップ: how two properties of the texts go together. */
export default function HeatmapView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { rows, columns, cell, rowLimit, columnLimit } = chosen;
  const result = resultSetOf(search);
  const asked = { rows, columns, rowLimit, columnLimit };
  const answer = useQuery(miningQuery<Heatmap>('heatmap', result, asked));
  const labelOf = useFacetLabel();
  const nameOf = useDimensionName();
  const data = useMemo(
    () =>
      answer.data && {
        ...answer.data,
        rows: answer.data.rows.map((row) => ({
          ...row,
          label: labelOf(answer.data.rowDimension, row.value, row.label),
        })),
        columns: answer.data.columns.map((column) => ({
          ...column,
          label: labelOf(answer.data.columnDimension, column.value, column.label),
        })),
      },
    [answer.data, labelOf],
  );
  const isEmpty = data !== undefined && (data.rows.length === 0 || data.columns.length === 0);
  const drawing = useMemo(
    () =>
      data && data.rows.length > 0 && data.columns.length > 0 ? heatmapDrawing(data, cell, t, format) : null,
    [data, cell, t, format],
  );
  const { linkTo, pick } = useNarrowed(search);
  const test = data?.test;
  return (
    <MiningFrame
      view="heatmap"
      title={t('mining.crossTitle', { rows: nameOf(rows), columns: nameOf(columns) })}
      search={search}
      answer={answer}
      chosen={[
        t(`mining.cell.${cell}`),
        data !== undefined &&
          data.base !== data.total &&
          t('mining.base', { texts: format.count(data.base) }),
        test != null &&
          t('mining.test', {
            chiSquare: format.decimal(test.chiSquare),
            degrees: format.count(test.degreesOfFreedom),
            p: format.probability(test.p),
            v: format.fixed(test.cramersV),
          }),
      ]}
      controls={
        <Controls>
          <DimensionChoice
            search={search}
            label={t('mining.rows')}
            value={rows}
            choose={(rows) => set({ rows })}
          />
          <DimensionChoice
            search={search}
            label={t('mining.columns')}
            value={columns}
            choose={(columns) => set({ columns })}
          />
          <Alternatives
            label={t('mining.cellShows')}
            value={cell}
            options={cellNames.map((value) => ({ value, label: t(`mining.cell.${value}`) }))}
            choose={(cell) => set({ cell })}
          />
          <OneOf
            label={t('mining.rowLimit')}
            value={rowLimit}
            options={lengths.map((value) => ({ value, label: t('mining.first', { words: value }) }))}
            choose={(rowLimit) => set({ rowLimit })}
          />
          <OneOf
            label={t('mining.columnLimit')}
            value={columnLimit}
            options={lengths.map((value) => ({ value, label: t('mining.first', { words: value }) }))}
            choose={(columnLimit) => set({ columnLimit })}
          />
        </Controls>
      }
      drawing={drawing}
      onPick={pick([
        data?.rows.map(({ label, query }) => ({ name: label, query })) ?? [],
        data?.columns.map(({ label, query }) => ({ name: label, query })) ?? [],
      ])}
      table={data && <HeatmapTable heatmap={data} cell={cell} linkTo={linkTo} />}
      layout="below"
      csv={(['cells', 'counts', 'residuals'] as const).map((table) => ({
        label: t('mining.csvOf', { table: t(`mining.tableOf.${table}`) }),
        href: csvOf('heatmap', result, { ...asked, table }),
      }))}
      empty={isEmpty && <TooFew>{t('mining.noValues')}</TooFew>}
    />
  );
}
