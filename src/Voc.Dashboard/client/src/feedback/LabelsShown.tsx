import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FeedbackDetail } from '../api/types';
import { useFormat } from '../format/useFormat';
import { CorrectionNote } from './CorrectionNote';
import { SentimentMark } from './SentimentMark';
import { useTopicName } from './useTopicName';

/** The labels of a feedback for whoever may not change them. */
export function LabelsShown({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const topicName = useTopicName();
  const { sentiment } = feedback;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <SentimentMark label={sentiment.label} />
        <Text size="xs" c="dimmed">
          {format.weight(sentiment.score)}{' '}
          {sentiment.confidence < 1 &&
            t('feedback.confidence', { share: format.percent(sentiment.confidence) })}
        </Text>
      </Group>
      <Badges
        title={t('feedback.intents')}
        labels={feedback.intents.map(({ label, confidence }) => ({
          name: t(`feedback.intent.${label}`),
          confidence,
        }))}
      />
      <Badges
        title={t('feedback.topics')}
        labels={feedback.topics.map((topic) => ({ name: topicName(topic), confidence: topic.confidence }))}
      />
      {feedback.corrected && <CorrectionNote feedback={feedback} />}
    </Stack>
  );
}

function Badges({ title, labels }: { title: string; labels: { name: string; confidence: number }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed" w="4rem">
        {title}
      </Text>
      {labels.length === 0 && <Text size="sm">{t('app.none')}</Text>}
      {labels.map(({ name, confidence }) => (
        <Badge
          key={name}
          rightSection={
            confidence < 1 ? <span>{format.percent(Math.round(confidence * 100) / 100)}</span> : undefined
          }
        >
          {name}
        </Badge>
      ))}
    </Group>
  );
}
