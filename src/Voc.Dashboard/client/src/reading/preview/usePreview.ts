import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { ChangePreview } from '../../api/types';

const pause = 500;

export interface Preview {
  /** What the change does, or did when it was last asked about. */
  data: ChangePreview | undefined;
  /** Why it could not be told, other than that a field is wrong. */
  error: Error | null;
  /** What is wrong with which field. */
  fields: Record<string, string[]>;
  isBusy: boolean;
  /** Nothing is there to be tried yet. */
  isIdle: boolean;
  /** It is about the change as it stands, so that it may be kept. */
  isCurrent: boolean;
  retry: () => void;
}

/**
 * Tries a change on the texts that came last, once nobody has typed for a moment.
 * @param path Where the API tries changes of this kind.
 * @param change What to try; null where there is nothing to try yet.
 */
export function usePreview(path: string, change: unknown): Preview {
  const wanted = change === null ? null : JSON.stringify(change);
  const [asked] = useDebouncedValue(wanted, pause);
  const query = useQuery({
    queryKey: ['reading-preview', path, asked],
    queryFn: ({ signal }) => api.post<ChangePreview>(path, JSON.parse(asked!), signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });
  const isSettled = asked === wanted && !query.isFetching;
  const isRefused = query.error instanceof Problem && Object.keys(query.error.errors).length > 0;
  return {
    data: asked === null || query.error ? undefined : query.data,
    error: isRefused ? null : query.error,
    fields: isRefused && isSettled ? (query.error as Problem).errors : {},
    isBusy: wanted !== null && !isSettled,
    isIdle: wanted === null,
    isCurrent: wanted !== null && isSettled && query.isSuccess && !query.isPlaceholderData,
    retry: () => void query.refetch(),
  };
}
