import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messagesOf, type Problem } from '../api/problem';

/** Shows the query with the place marked that could not be understood. */
export function QueryProblem({
  q,
  problem,
  position,
}: {
  q: string;
  problem: Problem;
  position: number | null;
}) {
  const { t } = useTranslation();
  return (
    <Alert id="query-problem" color="red" role="alert" title={t('search.problem')} mb="sm" py="xs">
      {messagesOf(problem).map((message) => (
        <Text key={message} size="sm">
          {message}
        </Text>
      ))}
      {position !== null && position <= q.length && (
        <Text component="pre" size="sm" mt={4} ff="monospace" style={{ whiteSpace: 'pre-wrap' }}>
          {q.slice(0, position)}
          <mark data-testid="query-place">{q.slice(position, position + 1) || '␣'}</mark>
          {q.slice(position + 1)}
        </Text>
      )}
    </Alert>
  );
}
