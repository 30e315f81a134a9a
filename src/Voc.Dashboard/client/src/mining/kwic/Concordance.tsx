import { Button, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textWidth } from '../../charts/textWidth';
import { ChannelIcon } from '../../feedback/ChannelMark';
import { SentimentMark } from '../../feedback/SentimentMark';
import { useFeedbackLink } from '../../feedback/useFeedbackLink';
import { useFormat } from '../../format/useFormat';
import type { ConcordanceLine } from '../miningTypes';
import classes from './Concordance.module.css';
import { useSight } from './useSight';

interface Props {
  lines: readonly ConcordanceLine[];
  /** Lines of all pages. */
  occurrences: number;
  more: { isLoading: boolean; load: () => void };
}

const fontSize = 13;

/** Left context, keyword and right context in three columns; one below the other where they have no room. */
export function Concordance({ lines, occurrences, more }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open } = useFeedbackLink();
  const end = useSight(more.load);
  const widest = Math.max(...lines.map((line) => textWidth(line.keyword, fontSize)));
  return (
    <div
      className={classes.frame}
      style={{ '--keyword-width': `${Math.ceil(widest + 6)}px` } as React.CSSProperties}
    >
      <div className={classes.heads} aria-hidden>
        <span className={classes.headLeft}>{t('mining.left')}</span>
        <span className={classes.headKeyword}>{t('mining.keyword')}</span>
        <span>{t('mining.right')}</span>
      </div>
      <ol className={classes.lines} aria-label={t('mining.title.kwic')}>
        {lines.map((line) => (
          <li key={`${line.id} ${line.start}`} className={classes.line}>
            <span className={classes.left}>
              <bdi>
                {line.leftCut && '…'}
                {line.left}
              </bdi>
            </span>
            <UnstyledButton
              component="button"
              fz="inherit"
              className={classes.keyword}
              onClick={() => open(line.id)}
              title={t('feedback.open')}
            >
              {line.keyword}
            </UnstyledButton>
            <span className={classes.right}>
              <bdi>
                {line.right}
                {line.rightCut && '…'}
              </bdi>
            </span>
            <span className={classes.facts}>
              <ChannelIcon channel={line.channel} size={15} />
              <SentimentMark label={line.sentiment} />
              <time dateTime={line.occurredAt}>{format.date(line.occurredAt)}</time>
            </span>
          </li>
        ))}
      </ol>
      {lines.length < occurrences && (
        <div ref={end} className={classes.more}>
          <Button size="xs" variant="default" loading={more.isLoading} onClick={more.load}>
            {t('mining.moreLines', {
              shown: format.count(lines.length),
              occurrences: format.count(occurrences),
            })}
          </Button>
        </div>
      )}
    </div>
  );
}
