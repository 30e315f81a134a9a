import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SimilarFeedback } from '../api/types';
import { Failure } from '../app/States';
import { useFormat } from '../format/useFormat';
import { ChannelMark } from './ChannelMark';
import { similarFeedbackQuery } from './feedbackQuery';

/** How many others say the same in nearly the same words, and which on demand. */
export function Similar({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const similar = useQuery(similarFeedbackQuery(id));
  if (similar.error && !similar.data)
    return <Failure error={similar.error} retry={() => void similar.refetch()} />;
  if (!similar.data?.total) return null;
  const { total, sources } = similar.data;
  return (
    <div>
      <Group gap="sm">
        <Badge variant="light" tt="none">
          {t('feedback.similar', { others: format.count(total) })}
          {sources > 1 && t('feedback.acrossSources', { sources: format.count(sources) })}
        </Badge>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'feedback.hideSimilar' : 'feedback.showSimilar')}
        </Button>
      </Group>
      <div id={list}>{isOpen && <Others similar={similar.data} />}</div>
    </div>
  );
}

function Others({ similar }: { similar: SimilarFeedback }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rest = similar.total - similar.items.length;
  return (
    <Stack component="ul" gap="sm" mt="sm" p={0} style={{ listStyle: 'none' }}>
      {similar.items.map((one) => (
        <li key={one.id}>
          <Group gap="sm" c="dimmed" fz="xs">
            <ChannelMark channel={one.channel} />
            <span style={{ overflowWrap: 'anywhere' }}>{one.source}</span>
            <time dateTime={one.occurredAt}>{format.dateTime(one.occurredAt)}</time>
          </Group>
          <Text component={Link} to={`/feedback/${one.id}`} size="sm" lineClamp={3}>
            {one.text}
          </Text>
        </li>
      ))}
      {rest > 0 && (
        <Text component="li" size="sm" c="dimmed">
          {t('feedback.moreSimilar', { rest: format.count(rest) })}
        </Text>
      )}
    </Stack>
  );
}
