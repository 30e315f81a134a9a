import { Button, ScrollArea } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackSummary } from '../api/types';
import { Panel } from '../app/Panel';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useNow } from '../app/useNow';
import { FeedbackRow } from '../feedback/FeedbackRow';
import { useFeedbackLink } from '../feedback/useFeedbackLink';
import { useFormat } from '../format/useFormat';
import { MissedBanner } from './MissedBanner';
import { feedQuery } from './liveQueries';
import { useArrivals } from './useArrivals';

const shown = 60;

export function FeedStream() {
  const { t } = useTranslation();
  const feed = useQuery(feedQuery);
  const [held, setHeld] = useState<FeedbackSummary[] | null>(null);
  const { deleted } = useArrivals();
  const items = feed.data?.items ?? [];
  const first = held?.find((item) => !deleted.has(item.id));
  const waiting = held ? items.findIndex((item) => item.id === first?.id) : 0;
  return (
    <Panel
      title={t('live.stream')}
      flush
      actions={
        <Button
          size="compact-sm"
          variant={held ? 'filled' : 'default'}
          leftSection={held ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
          onClick={() => setHeld(held ? null : items)}
          aria-pressed={held !== null}
        >
          {held ? t('live.resume', { waiting: waiting < 0 ? items.length : waiting }) : t('live.pause')}
        </Button>
      }
    >
      <MissedBanner />
      {feed.error && !feed.data && <Failure error={feed.error} retry={() => void feed.refetch()} />}
      {feed.isPending && <WaitingRows rows={6} height={64} />}
      {feed.data && items.length === 0 && (
        <Empty title={t('live.noFeedback')}>{t('live.noFeedbackHint')}</Empty>
      )}
      <Rows items={(held?.filter((item) => !deleted.has(item.id)) ?? items).slice(0, shown)} />
    </Panel>
  );
}

function Rows({ items }: { items: FeedbackSummary[] }) {
  const { t } = useTranslation();
  const { open } = useFeedbackLink();
  const { missed, pushed } = useArrivals();
  const format = useFormat();
  const now = useNow();
  return (
    <ScrollArea.Autosize mah={{ base: 560, md: 640 }} type="auto">
      <div role="feed" aria-label={t('live.stream')}>
        {items.map((item, at) => (
          <article key={item.id} aria-posinset={at + 1} aria-setsize={items.length}>
            <FeedbackRow
              feedback={item}
              open={open}
              when={format.ago(item.occurredAt, now)}
              fresh={missed.has(item.id)}
              arrives={pushed.has(item.id)}
            />
          </article>
        ))}
      </div>
    </ScrollArea.Autosize>
  );
}
