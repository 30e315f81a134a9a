import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/useFormat';
import { statusQuery } from './readingQueries';

/** What concerns every tab: own data that cannot be used, and texts that were read before the last change. */
export function ReadingNotes({ isLearning }: { isLearning: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(statusQuery);
  if (!data) return null;
  const isStale = data.stale > 0 && !isLearning;
  if (data.problems.length === 0 && !isStale) return null;
  return (
    <Stack gap="xs" mb="md">
      {data.problems.length > 0 && (
        <Alert color="orange" title={t('reading.problems')}>
          {data.problems.map((problem) => (
            <Text key={problem} size="sm">
              {problem}
            </Text>
          ))}
        </Alert>
      )}
      {isStale && (
        <Alert variant="light" color="gray" p="xs">
          <Text size="sm" span mr="sm">
            {data.relabel?.state === 'running'
              ? t('reading.relabelling')
              : t('reading.staleOf', { stale: format.count(data.stale), total: format.count(data.total) })}
          </Text>
          <Anchor component={Link} to="/reading?tab=learning" size="sm">
            {t('reading.toRelabel')}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
}
