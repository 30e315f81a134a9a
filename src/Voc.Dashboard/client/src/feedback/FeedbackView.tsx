import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import type { FeedbackDetail } from '../api/types';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { ChannelMark } from './ChannelMark';
import { FeedbackFacts } from './FeedbackFacts';
import { LayeredText } from './LayeredText';
import { OpinionTable } from './OpinionTable';
import { SentimentMark } from './SentimentMark';
import { useTopicName } from './useTopicName';
import { feedbackQuery } from './feedbackQuery';

export function FeedbackView({ id }: { id: number }) {
  const { t } = useTranslation();
  const feedback = useQuery(feedbackQuery(id));
  if (feedback.error instanceof Problem && feedback.error.status === 404)
    return <Empty title={t('feedback.missing')}>{t('feedback.missingHint')}</Empty>;
  if (feedback.error) return <Failure error={feedback.error} retry={() => void feedback.refetch()} />;
  if (!feedback.data) return <WaitingRows rows={5} />;
  return <Loaded feedback={feedback.data} />;
}

function Loaded({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const topicName = useTopicName();
  return (
    <Stack gap="lg">
      <Group gap="sm" c="dimmed" fz="sm">
        <ChannelMark channel={feedback.channel} />
        <span>{feedback.product ?? t('feedback.noProduct')}</span>
        <time dateTime={feedback.occurredAt}>{format.dateTime(feedback.occurredAt)}</time>
      </Group>
      <div>
        <LayeredText feedback={feedback} />
        <Group gap="xs" mt="sm">
          <SentimentMark label={feedback.sentiment.label} />
          <Text size="xs" c="dimmed">
            {format.signed(Math.round(feedback.sentiment.score * 100) / 100)}{' '}
            {t('feedback.confidence', { share: format.percent(feedback.sentiment.confidence) })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('feedback.legend')}
          </Text>
        </Group>
      </div>
      <Section title={t('feedback.opinions')}>
        <OpinionTable opinions={feedback.opinions} />
      </Section>
      <Group gap="xl" align="flex-start">
        <Labels
          title={t('feedback.intents')}
          labels={feedback.intents.map((intent) => ({
            name: t(`feedback.intent.${intent.label}`),
            confidence: intent.confidence,
          }))}
        />
        <Labels
          title={t('feedback.topics')}
          labels={feedback.topics.map((topic) => ({ name: topicName(topic), confidence: topic.confidence }))}
        />
      </Group>
      {feedback.keyphrases.length > 0 && (
        <Section title={t('feedback.keyphrases')}>
          <Group gap={6}>
            {feedback.keyphrases.map((phrase) => (
              <Badge
                key={phrase}
                variant="default"
                component={Link}
                to={`/search?q=${encodeURIComponent(`"${phrase}"`)}`}
                style={{ cursor: 'pointer' }}
              >
                {phrase}
              </Badge>
            ))}
          </Group>
        </Section>
      )}
      {feedback.issues.length > 0 && (
        <Section title={t('feedback.issues')}>
          {feedback.issues.map((issue) => (
            <Anchor key={issue.id} component={Link} to={`/issues/${issue.id}`} display="block">
              {issue.title}
            </Anchor>
          ))}
        </Section>
      )}
      <Section title={t('feedback.attributes')}>
        <FeedbackFacts feedback={feedback} />
      </Section>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Labels({ title, labels }: { title: string; labels: { name: string; confidence: number }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={title}>
      {labels.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('app.none')}
        </Text>
      )}
      <Group gap={6}>
        {labels.map(({ name, confidence }) => (
          <Badge key={name} rightSection={<span>{format.percent(Math.round(confidence * 100) / 100)}</span>}>
            {name}
          </Badge>
        ))}
      </Group>
    </Section>
  );
}
