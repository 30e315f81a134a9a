import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../api/problem';
import type { FeedbackDetail } from '../api/types';
import { Empty, Failure, WaitingRows } from '../app/States';
import { useFormat } from '../format/useFormat';
import { Original } from '../masking/Original';
import { useHasRole } from '../session/useSession';
import { ChannelMark } from './ChannelMark';
import { FeedbackFacts } from './FeedbackFacts';
import { LabelEditor } from './LabelEditor';
import { LabelsShown } from './LabelsShown';
import { LayeredText } from './LayeredText';
import { OpinionTable } from './OpinionTable';
import { Reasons } from './Reasons';
import { Similar } from './Similar';
import { explanationQuery, feedbackQuery } from './feedbackQuery';

export function FeedbackView({ id }: { id: number }) {
  const { t } = useTranslation();
  const feedback = useQuery(feedbackQuery(id));
  if (feedback.error instanceof Problem && feedback.error.status === 404)
    return <Empty title={t('feedback.missing')}>{t('feedback.missingHint')}</Empty>;
  if (feedback.error && !feedback.data)
    return <Failure error={feedback.error} retry={() => void feedback.refetch()} />;
  if (!feedback.data) return <WaitingRows rows={5} />;
  return <Loaded key={id} feedback={feedback.data} />;
}

function Loaded({ feedback }: { feedback: FeedbackDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayCorrect = useHasRole('product', 'researcher');
  const isAdmin = useHasRole();
  const explanation = useQuery(explanationQuery(feedback.id));
  const [active, setActive] = useState<number | null>(null);
  return (
    <Stack gap="lg">
      <Group gap="sm" c="dimmed" fz="sm">
        <ChannelMark channel={feedback.channel} />
        <span>{feedback.product ?? t('feedback.noProduct')}</span>
        <time dateTime={feedback.occurredAt}>{format.dateTime(feedback.occurredAt)}</time>
      </Group>
      <div>
        <LayeredText
          feedback={feedback}
          contributions={explanation.data?.contributions}
          active={active}
          point={setActive}
        />
        <Text size="xs" c="dimmed" mt={6}>
          {t('feedback.legend')}
        </Text>
      </div>
      <Similar key={feedback.id} id={feedback.id} />
      {feedback.hasOriginal && isAdmin && (
        <Section title={t('masking.original')}>
          <Original id={feedback.id} />
        </Section>
      )}
      <Section title={t('feedback.labels')}>
        {mayCorrect ? <LabelEditor feedback={feedback} /> : <LabelsShown feedback={feedback} />}
      </Section>
      <Reasons feedback={feedback} explanation={explanation} active={active} point={setActive} />
      <Section title={t('feedback.opinions')}>
        <OpinionTable opinions={feedback.opinions} />
      </Section>
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
