import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RaisedAlarm } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import { SeverityBadge } from '../issues/SeverityBadge';
import { useIssueTitle } from '../issues/useIssueTitle';
import { useSliceName } from '../issues/useSliceName';
import classes from './Replay.module.css';
import { alarmQuery } from './replayQueries';
import { useDays } from './useDays';

const atFirst = 20;
const colours = { real: 'teal', muted: 'gray', open: 'orange', none: 'ai' } as const;

/** Every alarm of the period in the order of time, beside the issue it is. */
export function AlarmList({ replay, alarms }: { replay: number; alarms: readonly RaisedAlarm[] }) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? alarms : alarms.slice(0, atFirst);
  return (
    <Panel title={t('replay.alarms')} hint={t('replay.alarmsHint')} flush>
      {alarms.length === 0 ? (
        <Empty title={t('replay.noAlarms')}>{t('replay.noAlarmsHint')}</Empty>
      ) : (
        <ul className={classes.rows} aria-label={t('replay.alarms')}>
          {shown.map((alarm) => (
            <li key={alarm.number}>
              <Alarm replay={replay} alarm={alarm} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < alarms.length && (
        <Button variant="subtle" fullWidth onClick={() => setShowsAll(true)}>
          {t('app.more')}
        </Button>
      )}
    </Panel>
  );
}

function Alarm({ replay, alarm }: { replay: number; alarm: RaisedAlarm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const titleOf = useIssueTitle();
  const sliceName = useSliceName();
  const [isOpen, setIsOpen] = useState(false);
  const judgement = alarm.issue?.judgement ?? 'none';
  return (
    <article>
      <div className={classes.head}>
        <Group gap={6}>
          <SeverityBadge issue={{ ...alarm, kind: 'rise' }} />
          <Badge size="sm" variant="light" color={colours[judgement]}>
            {t(`replay.judgement.${judgement}`)}
          </Badge>
          <Text size="xs" c="dimmed">
            {[alarm.product, alarm.slice && sliceName(`${alarm.slice.field}:${alarm.slice.value}`)]
              .filter(Boolean)
              .join(' ・ ')}
          </Text>
        </Group>
        <time dateTime={alarm.detectedAt}>
          <Text span size="xs" c="dimmed" className="tabular">
            {format.dateTime(alarm.detectedAt)}
          </Text>
        </time>
      </div>
      <p className={classes.title}>{titleOf(alarm)}</p>
      <Text size="xs" c="dimmed">
        {t('replay.counts', {
          days: alarm.windowDays,
          count: format.count(alarm.count),
          expected: format.decimal(alarm.expected),
        })}
        {' ・ '}
        {t('replay.reports', { reports: format.count(alarm.reports) })}
      </Text>
      {alarm.issue && (
        <Text size="xs" mt={4}>
          <Anchor component={Link} to={`/issues/${alarm.issue.id}`} inherit>
            {titleOf(alarm.issue)}
          </Anchor>{' '}
          <Text span inherit c="dimmed">
            {days(alarm.issue.days)}
          </Text>
        </Text>
      )}
      <Group gap="md" mt={6}>
        <Anchor
          component="button"
          type="button"
          size="xs"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'replay.hides' : 'replay.shows')}
        </Anchor>
        <Anchor component={Link} to={archiveOf(alarm, format.isoDate(alarm.detectedAt))} size="xs">
          {t('replay.archive')}
        </Anchor>
      </Group>
      {isOpen && <Quotes replay={replay} alarm={alarm.number} />}
    </article>
  );
}

/** The archive's texts with its words up to the day of the alarm. */
function archiveOf({ terms, product, slice }: RaisedAlarm, day: string) {
  const query = new URLSearchParams({ q: terms.slice(0, 3).join(' '), to: day });
  if (product) query.set('product', product);
  if (slice?.field === 'source') query.set('source', slice.value);
  else if (slice) query.set('attribute', `${slice.field}=${slice.value}`);
  return `/search?${query}`;
}

function Quotes({ replay, alarm }: { replay: number; alarm: number }) {
  const { t } = useTranslation();
  const { open } = useFeedbackLink();
  const quotes = useQuery(alarmQuery(replay, alarm));
  if (quotes.error) return <Failure error={quotes.error} retry={() => void quotes.refetch()} />;
  if (!quotes.data) return <WaitingRows rows={2} />;
  return (
    <div className={classes.quotes}>
      {quotes.data.quotes.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('replay.gone')}
        </Text>
      )}
      {quotes.data.quotes.map((quote) => (
        <FeedbackRow key={quote.id} feedback={quote} open={open} />
      ))}
    </div>
  );
}
