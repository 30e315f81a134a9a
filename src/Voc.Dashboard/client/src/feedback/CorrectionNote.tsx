import { Button, Group, Loader, Text } from '@mantine/core';
import { IconArrowBackUp, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FeedbackDetail } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useUser } from '../session/useSession';
import type { useCorrection } from './useCorrection';
import { useTopicsQuery } from './useTopics';

interface Props {
  feedback: FeedbackDetail;
  correction?: ReturnType<typeof useCorrection>;
}

/** Who put which label right, what it was before, and the ways back. */
export function CorrectionNote({ feedback, correction }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useUser();
  const was = useWas(feedback);
  const { corrected } = feedback;
  const by = corrected?.by === me.userName ? me.displayName : corrected?.by;
  return (
    <Group justify="space-between" gap="xs" mih={26} role="status">
      {corrected ? (
        <Text size="xs" component="div" flex="1 1 14rem">
          <Group gap={6} wrap="nowrap" align="flex-start">
            <IconUserCheck size={15} stroke={1.6} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            <span>
              {t('feedback.correctedBy', { by, at: format.dateTime(corrected.at) })}
              {was && (
                <Text span inherit c="dimmed">
                  {' '}
                  {t('feedback.was', { was })}
                </Text>
              )}
            </span>
          </Group>
        </Text>
      ) : (
        <Text size="xs" c="dimmed" flex="1 1 14rem">
          {correction && t('feedback.correctHint')}
        </Text>
      )}
      {correction && (
        <Group gap={6}>
          {correction.isSaving && <Loader size="xs" aria-label={t('feedback.saving')} />}
          {correction.undo && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={correction.undo}
            >
              {t('feedback.undo')}
            </Button>
          )}
          {corrected && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={correction.withdraw}>
              {t('feedback.withdraw')}
            </Button>
          )}
        </Group>
      )}
    </Group>
  );
}

/** What was read of the labels that were corrected, in words. */
function useWas({ corrected, topics: shown }: FeedbackDetail) {
  const { t } = useTranslation();
  const topics = useQuery({ ...useTopicsQuery(), enabled: corrected?.topics != null }).data ?? [];
  if (!corrected) return '';
  const { was } = corrected;
  const nameOf = (label: string) =>
    topics.find((topic) => topic.id === label)?.name ??
    shown.find((topic) => topic.label === label)?.name ??
    label;
  const listed = (names: string[]) => (names.length > 0 ? names.join(t('feedback.and')) : t('app.none'));
  return [
    corrected.sentiment && t(`feedback.sentiment.${was.sentiment.label}`),
    corrected.intents && listed(was.intents.map(({ label }) => t(`feedback.intent.${label}`))),
    corrected.topics && listed(was.topics.map(({ label }) => nameOf(label))),
  ]
    .filter(Boolean)
    .join(' / ');
}
