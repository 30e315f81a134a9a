import type { ECElementEvent } from 'echarts/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Empty, Failure, Waiting } from '../../app/States';
import { ChartFrame } from '../../charts/ChartFrame';
import type { Drawing } from '../../charts/Drawing';
import type { CsvFile } from '../../charts/DownloadMenu';
import { shownParts } from '../../charts/ShowControl';
import type { SearchState } from '../../search/searchState';
import type { ViewName } from '../miningQuery';
import type { MiningAnswer } from '../miningTypes';
import { choice } from '../options';
import { useOptions } from '../useOptions';
import { useResultLine } from './useResultLine';

interface Props {
  view: ViewName;
  title?: string;
  search: SearchState;
  answer: {
    data: MiningAnswer | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    dataUpdatedAt: number;
    refetch: () => unknown;
  };
  /** What was chosen, in words: it belongs on the picture. */
  chosen?: readonly (string | false | undefined)[];
  controls?: ReactNode;
  drawing: Drawing | null;
  onPick?: (event: ECElementEvent) => void;
  table: ReactNode;
  layout?: 'beside' | 'below';
  csv: readonly CsvFile[];
  /** In place of a picture that would show nothing. */
  empty?: ReactNode;
}

const options = { show: choice(shownParts, 'both') };

/** A view of the texts that are found, in whatever state its answer is. */
export function MiningFrame({
  view,
  title,
  search,
  answer,
  chosen = [],
  table,
  csv,
  empty,
  ...frame
}: Props) {
  const { t } = useTranslation();
  const [{ show }, set] = useOptions(options);
  const resultLine = useResultLine();
  const { data, error } = answer;
  const instead = insteadOf();
  const line = chosen.filter(Boolean).join(t('mining.separator'));
  return (
    <ChartFrame
      {...frame}
      title={title ?? t(`mining.title.${view}`)}
      subtitle={data ? [resultLine(search, data.total, answer.dataUpdatedAt), line].filter(Boolean) : []}
      table={table}
      show={show}
      onShow={(show) => set({ show })}
      csv={instead ? [] : csv}
      notes={error ? [] : data?.notes.map((note) => note.text)}
      reading={t(`mining.reading.${view}`)
        .split('\n')
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      instead={instead}
      busy={answer.isPlaceholderData}
    />
  );

  function insteadOf() {
    if (error)
      return (
        <Failure
          error={error}
          retry={error instanceof Problem && !error.isTemporary ? undefined : () => void answer.refetch()}
        />
      );
    if (!data) return empty || <Waiting height={360} />;
    if (data.total === 0) return <Empty title={t('mining.nothing')}>{t('mining.nothingHint')}</Empty>;
    return empty || undefined;
  }
}
