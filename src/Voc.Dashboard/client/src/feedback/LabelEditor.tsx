import { Chip, Group, MultiSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackDetail, Intent } from '../api/types';
import { useFormat } from '../format/useFormat';
import { CorrectionNote } from './CorrectionNote';
import classes from './LabelEditor.module.css';
import { SentimentControl } from './SentimentControl';
import { intentNames } from './intentNames';
import { useCorrection } from './useCorrection';
import { useTopicName } from './useTopicName';
import { useTopicOptions } from './useTopics';

const mostTopics = 5;

/** The labels of a feedback, each of which a click puts right. */
export function LabelEditor({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const correction = useCorrection(feedback);
  const { sentiment } = feedback;
  return (
    <Stack gap="sm" className={classes.editor}>
      <Line title={t('feedback.sentimentTitle')}>
        <Group gap="sm">
          <SentimentControl
            value={sentiment.label}
            choose={(label) => correction.correct({ sentiment: label })}
          />
          <Text size="xs" c="dimmed" className="tabular">
            {format.weight(sentiment.score)}{' '}
            {sentiment.confidence < 1 &&
              t('feedback.confidence', { share: format.percent(sentiment.confidence) })}
          </Text>
        </Group>
      </Line>
      <Line title={t('feedback.intents')}>
        <Intents feedback={feedback} choose={(intents) => correction.correct({ intents })} />
      </Line>
      <Line title={t('feedback.topics')}>
        <Topics feedback={feedback} choose={(topics) => correction.correct({ topics })} />
      </Line>
      <CorrectionNote feedback={feedback} correction={correction} />
    </Stack>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.line}>
      <Text component="span" size="sm" c="dimmed" className={classes.title}>
        {title}
      </Text>
      <div>{children}</div>
    </div>
  );
}

function Intents({ feedback, choose }: { feedback: FeedbackDetail; choose: (intents: Intent[]) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const confidences = new Map(feedback.intents.map(({ label, confidence }) => [label, confidence]));
  return (
    <Group gap={6} role="group" aria-label={t('feedback.intents')}>
      {intentNames.map((intent) => {
        const confidence = confidences.get(intent);
        return (
          <Chip
            key={intent}
            size="xs"
            checked={confidence !== undefined}
            onChange={(checked) =>
              choose(intentNames.filter((name) => (name === intent ? checked : confidences.has(name))))
            }
          >
            {t(`feedback.intent.${intent}`)}
            {confidence !== undefined && confidence < 1 && (
              <Text span size="xs" ml={6} opacity={0.75} className="tabular">
                {format.percent(Math.round(confidence * 100) / 100)}
              </Text>
            )}
          </Chip>
        );
      })}
    </Group>
  );
}

function Topics({ feedback, choose }: { feedback: FeedbackDetail; choose: (topics: string[]) => void }) {
  const { t } = useTranslation();
  const topicName = useTopicName();
  const options = useTopicOptions();
  const listed = new Set(options.flatMap(({ items }) => items.map(({ value }) => value)));
  const unlisted = feedback.topics
    .filter(({ label }) => !listed.has(label))
    .map((topic) => ({ value: topic.label, label: topicName(topic) }));
  return (
    <MultiSelect
      size="sm"
      aria-label={t('feedback.topics')}
      placeholder={feedback.topics.length === 0 ? t('feedback.chooseTopics') : undefined}
      data={[...options, ...unlisted]}
      value={feedback.topics.map(({ label }) => label)}
      onChange={choose}
      maxValues={mostTopics}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('feedback.noSuchTopic')}
      clearSearchOnChange
      comboboxProps={{ shadow: 'md', withinPortal: true }}
    />
  );
}
