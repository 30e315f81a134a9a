import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackSummary, Span } from '../api/types';
import { useFormat } from '../format/useFormat';
import { ChannelMark } from './ChannelMark';
import classes from './FeedbackRow.module.css';
import { Highlighted } from './Highlighted';
import { SentimentMark } from './SentimentMark';
import { useTopicName } from './useTopicName';

interface Props {
  feedback: FeedbackSummary;
  open: (id: number) => void;
  highlights?: readonly Span[];
  when?: ReactNode;
  fresh?: boolean;
  arrives?: boolean;
}

export const FeedbackRow = memo(function FeedbackRow({
  feedback,
  open,
  highlights,
  when,
  fresh,
  arrives,
}: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const topicName = useTopicName();
  return (
    <UnstyledButton
      className={classes.row}
      data-sentiment={feedback.sentiment.label}
      data-fresh={fresh || undefined}
      data-arrives={arrives || undefined}
      onClick={() => open(feedback.id)}
      aria-haspopup="dialog"
    >
      <Group gap="xs" className={classes.head}>
        <ChannelMark channel={feedback.channel} />
        <Text component="span" inherit truncate maw="16rem">
          {feedback.product ?? t('feedback.noProduct')}
        </Text>
        <time dateTime={feedback.occurredAt} className={classes.when}>
          {when ?? format.dateTime(feedback.occurredAt)}
        </time>
      </Group>
      <p className={classes.text}>
        <Highlighted text={feedback.text} spans={highlights} longest={220} />
      </p>
      <Group gap={6}>
        <SentimentMark label={feedback.sentiment.label} />
        {feedback.intents.slice(0, 2).map((intent) => (
          <Badge key={intent} color="gray" variant="default" size="sm">
            {t(`feedback.intent.${intent}`)}
          </Badge>
        ))}
        {feedback.topics.slice(0, 3).map((topic) => (
          <Badge key={topic.label} color="ai" size="sm">
            {topicName(topic)}
          </Badge>
        ))}
      </Group>
    </UnstyledButton>
  );
});
