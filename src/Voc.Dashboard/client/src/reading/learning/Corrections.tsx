import { Badge, Group, Pagination, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectionEntry } from '../../api/types';
import { Panel } from '../../app/Panel';
import { Empty, Failure, WaitingRows } from '../../app/States';
import { useFeedbackLink } from '../../feedback/useFeedbackLink';
import { useTopicsQuery } from '../../feedback/useTopics';
import { useFormat } from '../../format/useFormat';
import { correctionsPageSize, correctionsQuery } from '../readingQueries';
import classes from './Learning.module.css';

/** Who corrected what, newest first. */
export function Corrections() {
  const { t } = useTranslation();
  const format = useFormat();
  const [page, setPage] = useState(1);
  const corrections = useQuery(correctionsQuery(page));
  const { data } = corrections;
  const pages = Math.ceil((data?.total ?? 0) / correctionsPageSize);
  return (
    <Panel
      title={t('reading.corrections')}
      flush
      actions={
        data && (
          <Text size="xs" c="dimmed">
            {t('reading.correctedNow', { texts: format.count(data.current) })}
          </Text>
        )
      }
    >
      {corrections.error && !data && (
        <Failure error={corrections.error} retry={() => void corrections.refetch()} />
      )}
      {corrections.isPending && <WaitingRows rows={3} />}
      {data?.items.length === 0 && (
        <Empty title={t('reading.noCorrections')}>{t('reading.noCorrectionsHint')}</Empty>
      )}
      {data?.items.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {pages > 1 && (
        <Group justify="center" p="sm">
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': t(`app.page.${control}`) })}
            getItemProps={(number) => ({ 'aria-label': t('app.page.number', { page: number }) })}
          />
        </Group>
      )}
    </Panel>
  );
}

function Entry({ entry }: { entry: CorrectionEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open } = useFeedbackLink();
  const changes = useChanges(entry);
  return (
    <UnstyledButton
      className={classes.entry}
      onClick={() => open(entry.feedbackId)}
      disabled={entry.text === null}
      aria-haspopup="dialog"
    >
      <Group gap="xs" c="dimmed" fz="xs">
        <span>{format.dateTime(entry.at)}</span>
        <span>{entry.by}</span>
        {entry.action === 'withdrawn' && (
          <Badge size="sm" color="gray">
            {t('reading.withdrawn')}
          </Badge>
        )}
      </Group>
      <Text size="sm" lineClamp={1}>
        {entry.text ?? t('reading.deletedFeedback')}
      </Text>
      <Text size="xs" component="div" td={entry.action === 'withdrawn' ? 'line-through' : undefined}>
        {changes.map(({ title, from, to }) => (
          <span key={title} className={classes.labelChange}>
            {title}: {from && `${from} → `}
            <b>{to}</b>
          </span>
        ))}
      </Text>
    </UnstyledButton>
  );
}

/** What was corrected, in words; of what was withdrawn, which is no longer so, only that. */
function useChanges({ labels, was, action }: CorrectionEntry) {
  const { t } = useTranslation();
  const topics = useQuery(useTopicsQuery()).data ?? [];
  const listed = (names: string[]) => (names.length > 0 ? names.join(t('feedback.and')) : t('app.none'));
  const topicName = (label: string) => topics.find(({ id }) => id === label)?.name ?? label;
  const before = (text: string) => (action === 'withdrawn' ? '' : text);
  return [
    labels.sentiment && {
      title: t('reading.task.sentiment'),
      from: before(t(`feedback.sentiment.${was.sentiment.label}`)),
      to: t(`feedback.sentiment.${labels.sentiment}`),
    },
    labels.intents && {
      title: t('reading.task.intents'),
      from: before(listed(was.intents.map(({ label }) => t(`feedback.intent.${label}`)))),
      to: listed(labels.intents.map((label) => t(`feedback.intent.${label}`))),
    },
    labels.topics && {
      title: t('reading.task.topics'),
      from: before(listed(was.topics.map(({ label }) => topicName(label)))),
      to: listed(labels.topics.map(topicName)),
    },
  ].filter((change) => change !== null);
}
