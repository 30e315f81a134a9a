import { useTranslation } from 'react-i18next';
import { SentimentMark } from '../../feedback/SentimentMark';
import { MiningTable, type Column } from '../frame/MiningTable';
import { TextsLink } from '../frame/TextsLink';
import { useColumns } from '../frame/useColumns';
import type { OpinionPairRow, Opinions, OpinionTargetRow } from '../miningTypes';
import type { LinkTo } from '../useNarrowed';

interface Props {
  opinions: Opinions;
  of: 'pairs' | 'targets';
  linkTo: LinkTo;
}

export function OpinionsTable({ opinions, of, linkTo }: Props) {
  const { t } = useTranslation();
  const column = useColumns();
  const texts = { key: 'texts', title: t('mining.texts'), hint: t('mining.hint.texts') };
  if (of === 'targets') {
    const columns: Column<OpinionTargetRow>[] = [
      column.name(
        { key: 'target', title: t('feedback.target') },
        (row) => row.target,
        (row) => linkTo(row.query),
      ),
      column.count(texts, (row) => row.texts),
      ...(['positive', 'neutral', 'negative'] as const).map((label) =>
        column.linked<OpinionTargetRow>(
          { key: label, title: t(`feedback.sentiment.${label}`) },
          (row) => row[label],
          (row) => linkTo(row[`${label}Query`]),
        ),
      ),
    ];
    return (
      <MiningTable
        label={t('mining.tableOf.targets')}
        rows={opinions.targets}
        rowKey={(row) => row.target}
        columns={columns}
      />
    );
  }
  const columns: Column<OpinionPairRow>[] = [
    {
      key: 'pair',
      title: t('mining.pair'),
      value: (row) => `${row.target ?? ''} ${row.expression}`,
      show: (row) => (
        <TextsLink to={linkTo(row.query)}>
          {row.target ?? t('feedback.unnamedTarget')} → {row.expression}
        </TextsLink>
      ),
    },
    {
      key: 'polarity',
      title: t('feedback.polarity'),
      value: (row) => t(`feedback.sentiment.${row.polarity}`),
      show: (row) => <SentimentMark label={row.polarity} />,
    },
    column.count(texts, (row) => row.texts),
    column.percent(
      { key: 'share', title: t('mining.share'), hint: t('mining.hint.share') },
      (row) => row.share,
    ),
  ];
  return (
    <MiningTable
      label={t('mining.tableOf.pairs')}
      rows={opinions.pairs}
      rowKey={(row) => `${row.target}/${row.expression}/${row.polarity}`}
      columns={columns}
    />
  );
}
