import { Group, Kbd, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelatedToNote } from '../api/types';
import { Panel } from '../app/Panel';
import { useNow } from '../app/useNow';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import { IssueRow } from '../issues/IssueRow';
import classes from './RelatedNotes.module.css';
import { isMac, useAltKeys } from './useAltKeys';

/** Open issues the note may belong to, and what others said lately; each has a key, so that no hand leaves the keyboard. */
export function RelatedNotes({ related }: { related: RelatedToNote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { open } = useFeedbackLink();
  const { issues, similar } = related;
  const actions = [
    ...issues.map(
      ({ id }) =>
        () =>
          void window.open(`/issues/${id}`, '_blank', 'noopener'),
    ),
    ...similar.map(
      ({ id }) =>
        () =>
          open(id),
    ),
  ];
  useAltKeys(Object.fromEntries(actions.map((action, i) => [`Digit${i + 1}`, action])));
  if (actions.length === 0) return null;
  return (
    <Panel title={t('notes.related')} flush>
      {issues.map((issue, i) => (
        <Numbered key={issue.id} number={i + 1}>
          <IssueRow issue={issue} compact />
        </Numbered>
      ))}
      {similar.map((feedback, i) => (
        <Numbered key={feedback.id} number={issues.length + i + 1}>
          <FeedbackRow feedback={feedback} open={open} when={format.ago(feedback.occurredAt, now)} />
        </Numbered>
      ))}
    </Panel>
  );
}

function Numbered({ number, children }: { number: number; children: ReactNode }) {
  return (
    <Group gap={0} wrap="nowrap" align="flex-start" className={classes.numbered}>
      <Kbd size="xs" className={classes.key}>{`${isMac ? '⌥' : 'Alt'}+${number}`}</Kbd>
      <div className={classes.row}>{children}</div>
    </Group>
  );
}

/** What is known of the customer whose number is typed. */
export function KnownCustomer({ related }: { related: RelatedToNote | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!related) return null;
  const { customer } = related;
  return (
    <Text component="span" size="xs" c="dimmed">
      {customer
        ? t('notes.known', { texts: format.count(customer.texts), day: format.day(customer.lastDay) })
        : t('notes.unknown')}
      {customer?.issues.map(({ id, title }) => (
        <span key={id} className={classes.issue}>
          {title}
        </span>
      ))}
    </Text>
  );
}
