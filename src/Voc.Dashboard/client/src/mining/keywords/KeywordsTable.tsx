import { useTranslation } from 'react-i18next';
import { MiningTable, type Column } from '../frame/MiningTable';
import { useColumns } from '../frame/useColumns';
import type { KeywordRow } from '../miningTypes';
import { both } from '../narrowed';
import type { LinkTo } from '../useNarrowed';

interface Props {
  rows: readonly KeywordRow[];
  linkTo: LinkTo;
}

const sentiments = ['positive', 'neutral', 'negative'] as const;

export function KeywordsTable({ rows, linkTo }: Props) {
  const { t } = useTranslation();
  const column = useColumns();
  const columns: Column<KeywordRow>[] = [
    column.name(
      { key: 'term', title: t('mining.term') },
      (row) => row.term,
      (row) => linkTo(row.query),
    ),
    column.count(
      { key: 'texts', title: t('mining.texts'), hint: t('mining.hint.texts') },
      (row) => row.texts,
    ),
    column.percent(
      { key: 'share', title: t('mining.share'), hint: t('mining.hint.share') },
      (row) => row.share,
    ),
    column.count(
      { key: 'occurrences', title: t('mining.occurrences'), hint: t('mining.hint.occurrences') },
      (row) => row.occurrences,
    ),
    ...sentiments.map((label) =>
      column.linked<KeywordRow>(
        { key: label, title: t(`feedback.sentiment.${label}`) },
        (row) => row[label],
        (row) => linkTo(both(row.query, `sentiment:${label}`)),
      ),
    ),
    { key: 'kind', title: t('mining.pos'), value: (row) => t(`mining.kind.${row.kind}`) },
  ];
  return (
    <MiningTable
      label={t('mining.title.keywords')}
      rows={rows}
      rowKey={(row) => row.term}
      columns={columns}
    />
  );
}
