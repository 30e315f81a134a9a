import { Alert, Button, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messagesOf, type Problem } from '../../api/problem';
import { markedLength } from './markedLength';

interface Props {
  q: string;
  problem: Problem;
  position: number | null;
  search: (q: string) => void;
}

/** Shows the query with the place marked that could not be understood, and the nearest one that can be. */
export function QueryProblem({ q, problem, position, search }: Props) {
  const { t } = useTranslation();
  const { suggestion } = problem.body;
  return (
    <Alert id="query-problem" color="red" role="alert" title={t('search.problem')} mb="sm" py="xs">
      {messagesOf(problem).map((message) => (
        <Text key={message} size="sm">
          {message}
        </Text>
      ))}
      {position !== null && position <= q.length && (
        <Text component="pre" size="sm" mt={4} ff="text" style={{ whiteSpace: 'pre-wrap' }}>
          {q.slice(0, position)}
          <mark data-testid="query-place">
            {q.slice(position, position + markedLength(q, position)) || '␣'}
          </mark>
          {q.slice(position + markedLength(q, position))}
        </Text>
      )}
      {typeof suggestion === 'string' && suggestion !== '' && (
        <Button
          variant="default"
          size="compact-sm"
          mt="xs"
          maw="100%"
          leftSection={<IconArrowRight size={14} aria-hidden />}
          onClick={() => search(suggestion)}
        >
          {t('search.searchInstead', { query: suggestion })}
        </Button>
      )}
    </Alert>
  );
}
