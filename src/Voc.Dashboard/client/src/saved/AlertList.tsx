import { Badge, Button, Card, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { AlertList as Alerts, SearchAlert } from '../api/types';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useNow } from '../app/useNow';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import { alertsAtHand } from './alertArrivals';
import classes from './Saved.module.css';
import { alertsQuery, useSeeAlerts } from './savedQueries';

const quotesShown = 3;

/** Alerts of one's own and followed searches, newest first. Looking at the list is having seen them. */
export function AlertList() {
  const { t } = useTranslation();
  const alerts = useQuery(alertsQuery);
  const older = useOlder(alerts.data?.items.at(-1)?.id);
  const unread = useUnread(alerts.data);
  if (alerts.error && !alerts.data)
    return <Failure error={alerts.error} retry={() => void alerts.refetch()} />;
  if (!alerts.data) return <WaitingRows rows={4} height={72} />;
  if (alerts.data.items.length === 0)
    return <Empty title={t('saved.noAlerts')}>{t('saved.noAlertsHint')}</Empty>;
  const items = [...alerts.data.items, ...older.items];
  return (
    <Card padding={0} role="feed" aria-label={t('saved.alerts')}>
      {items.map((alert) => (
        <AlertItem key={alert.id} alert={alert} isUnread={unread.has(alert.id)} />
      ))}
      {alerts.data.items.length >= alertsAtHand && older.hasMore && (
        <Button variant="subtle" fullWidth onClick={older.fetch} loading={older.isFetching}>
          {t('app.more')}
        </Button>
      )}
    </Card>
  );
}

/** What is further back than the page keeps at hand. */
function useOlder(before: number | undefined) {
  const [isAsked, setAsked] = useState(false);
  const [start, setStart] = useState(before);
  const pages = useInfiniteQuery({
    queryKey: ['alerts-before', start],
    queryFn: ({ signal, pageParam }) =>
      api.get<Alerts>('/alerts', { limit: alertsAtHand, before: pageParam }, signal),
    initialPageParam: start,
    getNextPageParam: (last: Alerts) =>
      last.items.length === alertsAtHand ? last.items.at(-1)?.id : undefined,
    enabled: isAsked,
  });
  return {
    items: pages.data?.pages.flatMap((page) => page.items) ?? [],
    hasMore: !isAsked || pages.hasNextPage || pages.isPending,
    isFetching: pages.isFetching,
    fetch: () => {
      if (isAsked) void pages.fetchNextPage();
      else {
        setStart(before);
        setAsked(true);
      }
    },
  };
}

/** Those that had not been seen when the list was opened stay marked; opening it notes that they are seen. */
function useUnread(alerts: Alerts | undefined) {
  const [unread, setUnread] = useState<ReadonlySet<number>>(new Set());
  const { mutate: see } = useSeeAlerts();
  const count = alerts?.unread ?? 0;
  const fresh = alerts?.items.slice(0, count).map(({ id }) => id) ?? [];
  if (fresh.some((id) => !unread.has(id))) setUnread(new Set([...unread, ...fresh]));
  const newest = count > 0 ? alerts?.items[0]?.id : undefined;
  useEffect(() => {
    if (newest !== undefined) see(newest);
  }, [newest, see]);
  return unread;
}

function AlertItem({ alert, isUnread }: { alert: SearchAlert; isUnread: boolean }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { open } = useFeedbackLink();
  const shown = alert.quotes.slice(0, quotesShown);
  return (
    <article className={classes.alert} data-unread={isUnread || undefined}>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap={6}>
            <Text fw={650}>{alert.name}</Text>
            <Badge size="sm" color={alert.reason === 'count' ? 'orange' : 'ai'}>
              {t(`saved.reason.${alert.reason}`)}
            </Badge>
            {isUnread && (
              <Badge size="sm" color="red" variant="filled">
                {t('saved.unreadMark')}
              </Badge>
            )}
            <Text size="xs" c="dimmed" component="time" dateTime={alert.at}>
              {format.ago(alert.at, now)}
            </Text>
          </Group>
          <Text size="sm">{i18n.language === 'ja' ? alert.why.ja : alert.why.en}</Text>
        </div>
        <Button
          component={Link}
          to={`/search/saved/${alert.savedSearchId}`}
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
        >
          {t('saved.open')}
        </Button>
      </Group>
      {shown.length > 0 && (
        <div className={classes.quotes}>
          {shown.map((quote) => (
            <FeedbackRow key={quote.id} feedback={quote} open={open} />
          ))}
        </div>
      )}
      {alert.count > shown.length && shown.length > 0 && (
        <Text size="xs" c="dimmed" mt={4} ta="right">
          {t('saved.quotesOf', { texts: format.count(alert.count), shown: shown.length })}
        </Text>
      )}
    </article>
  );
}
