import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { Alternatives, Amount, Controls } from '../controls/Controls';
import { DimensionChoice } from '../controls/DimensionChoice';
import { TermFilters } from '../controls/TermFilters';
import { useTermWords } from '../controls/useTermWords';
import { isDimension } from '../dimensions';
import { MiningFrame } from '../frame/MiningFrame';
import { TooFew } from '../frame/TooFew';
import { useDimensionName } from '../frame/useDimensionName';
import { useFacetLabel } from '../../search/facets/useFacetLabel';
import { csvOf, miningQuery } from '../miningQuery';
import type { Correspondence } from '../miningTypes';
import type { ViewProps } from '../MiningViews';
import { choice, number, textWhere } from '../options';
import { resultSetOf } from '../resultSet';
import { termOptions, termQueryOf } from '../termFilter';
import { useNarrowed } from '../useNarrowed';
import { useOptions } from '../useOptions';
import { CorrespondenceTable } from './CorrespondenceTable';
import { correspondenceDrawing, type Axes } from './correspondenceDrawing';

const words = 'words';
const axisPairs = ['1-2', '1-3', '2-3'] as const;
const options = {
  ...termOptions,
  items: textWhere((value) => value === words || isDimension(value), words),
  groups: textWhere(isDimension, 'segment'),
  points: number(10, 200, 60),
  axes: choice(axisPairs, '1-2'),
};

/** 対応分析: which words and groups belong together, as distances on a map. */
export default function CorrespondenceView({ search }: ViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, set] = useOptions(options);
  const { items, groups, points, axes } = chosen;
  const isOfWords = items === words;
  const result = resultSetOf(search);
  const asked = {
    ...(isOfWords && termQueryOf(chosen)),
    rows: items,
    columns: groups,
    limit: points,
    dimensions: 3,
  };
  const answer = useQuery(miningQuery<Correspondence>('correspondence', result, asked));
  const labelOf = useFacetLabel();
  const nameOf = useDimensionName();
  const wordsOf = useTermWords();
  const rowName = isOfWords ? t('mining.term') : nameOf(items);
  const columnName = nameOf(groups);
  const names = useMemo(() => ({ rows: rowName, columns: columnName }), [rowName, columnName]);
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
  const [across, up] = axes.split('-').map((axis) => Number(axis) - 1) as unknown as Axes;
  const isMap = data !== undefined && !data.degenerate && data.axes.length > Math.max(across, up);
  const drawing = useMemo(
    () => (data && isMap ? correspondenceDrawing(data, [across, up], names, t, format) : null),
    [data, isMap, across, up, names, t, format],
  );
  const { linkTo, pick } = useNarrowed(search);
  return (
    <MiningFrame
      view="correspondence"
      title={t('mining.mapTitle', names)}
      search={search}
      answer={answer}
      chosen={[
        isMap &&
          t('mining.held', {
            share: format.percent((data.axes[across]?.share ?? 0) + (data.axes[up]?.share ?? 0)),
          }),
        data !== undefined &&
          !data.degenerate &&
          t('mining.inertia', { inertia: format.fixed(data.inertia) }),
        data !== undefined &&
          data.base !== data.total &&
          t('mining.base', { texts: format.count(data.base) }),
        ...(isOfWords ? wordsOf(chosen) : []),
      ]}
      controls={
        <Controls>
          <DimensionChoice
            search={search}
            label={t('mining.items')}
            value={items}
            first={[{ value: words, label: t('mining.term') }]}
            choose={(items) => set({ items })}
          />
          <DimensionChoice
            search={search}
            label={t('mining.groups')}
            value={groups}
            choose={(groups) => set({ groups })}
          />
          <Amount
            label={isOfWords ? t('mining.words') : t('mining.values')}
            value={points}
            min={10}
            max={200}
            step={10}
            choose={(points) => set({ points })}
          />
          <Alternatives
            label={t('mining.axes')}
            value={axes}
            options={axisPairs.map((value) => ({ value, label: value.replace('-', ' × ') }))}
            choose={(axes) => set({ axes })}
          />
          {isOfWords && <TermFilters chosen={chosen} choose={set} />}
        </Controls>
      }
      drawing={drawing}
      onPick={pick()}
      table={data && <CorrespondenceTable map={data} names={names} axes={[across, up]} linkTo={linkTo} />}
      csv={(['points', 'counts'] as const).map((table) => ({
        label: t('mining.csvOf', { table: t(`mining.tableOf.${table}`) }),
        href: csvOf('correspondence', result, { ...asked, table }),
      }))}
      empty={data && !isMap && <TooFew>{t('mining.noMap')}</TooFew>}
    />
  );
}
