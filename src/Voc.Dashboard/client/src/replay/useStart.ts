import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Problem } from '../api/problem';
import type { NewReplay, Replay } from '../api/types';
import { replaysQuery } from './replayQueries';

/** Starts a replay in the background. */
export function useStart(started: (id: number) => void) {
  const client = useQueryClient();
  return useMutation<Replay, Problem, NewReplay>({
    mutationFn: (body) => api.post<Replay>('/replays', body),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries(replaysQuery);
      started(id);
    },
  });
}
