import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SynonymReach } from '../../api/types';

const pause = 400;

/** How many texts a group would find, once nobody has typed for a moment; a group of one word finds nothing more. */
export function useReach(words: string[]) {
  const wanted = words.length > 1 ? JSON.stringify({ words }) : null;
  const [asked] = useDebouncedValue(wanted, pause);
  const query = useQuery({
    queryKey: ['synonym-reach', asked],
    queryFn: ({ signal }) =>
      api.post<SynonymReach>('/vocabulary/synonyms/preview', JSON.parse(asked!), signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isRefused = query.error instanceof Problem && Object.keys(query.error.errors).length > 0;
  const isSettled = asked === wanted && !query.isFetching;
  return {
    data: wanted === null || query.error ? undefined : query.data,
    error: isRefused ? null : query.error,
    wrong: isRefused && isSettled ? (query.error as Problem).errors.words?.join(' ') : undefined,
    isIdle: wanted === null,
    isBusy: wanted !== null && !isSettled,
    retry: () => void query.refetch(),
  };
}
