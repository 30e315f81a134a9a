import { Text } from '@mantine/core';
import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Intent, ModelScores, SentimentLabel } from '../../api/types';
import { useTopicsQuery } from '../../feedback/useTopics';
import { useFormat } from '../../format/useFormat';
import classes from './Learning.module.css';
import {
  isBetter,
  isWorse,
  labelDifferences,
  taskDifferences,
  type LabelDifference,
  type TaskDifference,
} from './scores';

const shown = 5;

/** How well each kind of label is told on texts nothing learned from, with the version before and with this one. */
export function Scores({ before, after }: { before: ModelScores | null; after: ModelScores }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className={classes.scores}>
        {taskDifferences(before, after).map((difference) => (
          <div key={difference.task}>
            <dt>{t(`reading.task.${difference.task}`)}</dt>
            <dd>
              <Difference difference={difference} />
            </dd>
          </div>
        ))}
      </dl>
      {before && <Labels before={before} after={after} />}
    </>
  );
}

function Difference({ difference: { before, after } }: { difference: TaskDifference }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (after === null) return <Text c="dimmed">{t('reading.notMeasured')}</Text>;
  const change = before === null ? 0 : after - before;
  return (
    <>
      {before !== null && (
        <>
          <span className={classes.old}>{format.percent(before)}</span>
          <IconArrowRight size={13} role="img" aria-label={t('reading.becomes')} />
        </>
      )}
      <b>{format.percent(after)}</b>
      {before !== null && <Change change={change} />}
    </>
  );
}

function Change({ change }: { change: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const side = isBetter(change) ? 'better' : isWorse(change) ? 'worse' : 'same';
  if (side === 'same') return <small>{t('reading.same')}</small>;
  const Icon = side === 'better' ? IconTrendingUp : IconTrendingDown;
  return (
    <span className={classes.change} data-side={side}>
      <Icon size={14} role="img" aria-label={t(`reading.${side}`)} />
      {`${format.signed(change * 100)} pt`}
    </span>
  );
}

function Labels({ before, after }: { before: ModelScores; after: ModelScores }) {
  const { t } = useTranslation();
  const { better, worse } = labelDifferences(before, after);
  if (better.length + worse.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{t('reading.byLabel', { better: better.length, worse: worse.length })}</summary>
      {better.length > 0 && <LabelList title={t('reading.better')} differences={better} />}
      {worse.length > 0 && <LabelList title={t('reading.worse')} differences={worse} />}
    </details>
  );
}

function LabelList({ title, differences }: { title: string; differences: LabelDifference[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useLabelName();
  return (
    <ul aria-label={title} className={classes.labels}>
      {differences.slice(0, shown).map((difference) => (
        <li key={`${difference.task} ${difference.label}`}>
          {name(difference)} {format.percent(difference.before)} → {format.percent(difference.after)}{' '}
          <Change change={difference.after - difference.before} />{' '}
          <small>{t('reading.measuredOn', { texts: format.count(difference.count) })}</small>
        </li>
      ))}
    </ul>
  );
}

function useLabelName() {
  const { t } = useTranslation();
  const topics = useQuery(useTopicsQuery()).data ?? [];
  return ({ task, label }: Pick<LabelDifference, 'task' | 'label'>) => {
    if (task === 'sentiment') return t(`feedback.sentiment.${label as SentimentLabel}`);
    if (task === 'intents') return t(`feedback.intent.${label as Intent}`);
    return topics.find(({ id }) => id === label)?.name ?? label;
  };
}
