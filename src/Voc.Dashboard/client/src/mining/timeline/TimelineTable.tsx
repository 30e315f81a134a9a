import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { MiningTable, type Column } from '../frame/MiningTable';
import { TextsLink } from '../frame/TextsLink';
import { useColumns } from '../frame/useColumns';
import type { Timeline } from '../miningTypes';
import { both } from '../narrowed';
import type { LinkTo } from '../useNarrowed';
import type { Measure } from './timelineDrawing';

interface Props {
  timeline: Timeline;
  measure: Measure;
  linkTo: LinkTo;
}

/** A row for each interval, a column for each word. */
export function TimelineTable({ timeline, measure, linkTo }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const column = useColumns();
  const rows = timeline.intervals.map((interval, at) => ({ ...interval, at }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      key: 'interval',
      title: t('mining.interval'),
      value: (row) => row.start,
      show: (row) => (
        <>
          <TextsLink to={linkTo(row.query)}>{row.label}</TextsLink>
          {row.partial && <small> {t('mining.partial')}</small>}
        </>
      ),
    },
    column.count({ key: 'texts', title: t('mining.allTexts') }, (row) => row.texts),
    ...timeline.series.map((line): Column<Row> => ({
      key: `word ${line.term}`,
      title: line.term,
      value: ({ at }) => line.counts[at]!,
      show: ({ at, query }) => {
        const count = line.counts[at]!;
        const share = line.shares[at];
        return (
          <>
            {count > 0 ? (
              <TextsLink to={linkTo(both(line.query, query))}>{format.count(count)}</TextsLink>
            ) : (
              '0'
            )}
            {measure === 'share' && <small> ({share == null ? '–' : format.percentTenths(share)})</small>}
          </>
        );
      },
    })),
  ];
  return (
    <MiningTable
      label={t('mining.title.timeline')}
      rows={rows}
      rowKey={(row) => row.start}
      columns={columns}
    />
  );
}
