import { useTranslation } from 'react-i18next';
import type { SentimentLabel, Trends } from '../api/types';
import { Panel } from '../app/Panel';
import { WaitingRows } from '../app/States';
import { ShareBars } from '../charts/ShareBars';
import { ChannelMark } from '../feedback/ChannelMark';
import { channelNames } from '../feedback/useChannelOptions';

const sentiments: SentimentLabel[] = ['positive', 'neutral', 'negative'];

export function Splits({ trends }: { trends: Trends | undefined }) {
  const { t } = useTranslation();
  const countOf = (counts: Trends['channels'], value: string) =>
    counts.find((one) => one.value === value)?.count ?? 0;
  return (
    <>
      <Panel title={t('live.channels')}>
        {trends ? (
          <ShareBars
            label={t('live.channels')}
            bars={channelNames.map((channel) => ({
              key: channel,
              label: <ChannelMark channel={channel} />,
              count: countOf(trends.channels, channel),
            }))}
          />
        ) : (
          <WaitingRows rows={5} height={18} />
        )}
      </Panel>
      <Panel title={t('live.sentiments')}>
        {trends ? (
          <ShareBars
            label={t('live.sentiments')}
            bars={sentiments.map((label) => ({
              key: label,
              label: t(`feedback.sentiment.${label}`),
              count: countOf(trends.sentiments, label),
              colour: `var(--voc-${label})`,
            }))}
          />
        ) : (
          <WaitingRows rows={3} height={18} />
        )}
      </Panel>
    </>
  );
}
