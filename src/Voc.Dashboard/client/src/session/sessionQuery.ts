import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Session } from '../api/types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Session>('/session', {}, signal),
  staleTime: Infinity,
});

export interface Credentials {
  userName: string;
  password: string;
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post<Session>('/session', credentials),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>('/session'),
    onSuccess: () => forgetUser(client),
  });
}

/** Back to the sign-in page, with nothing of the former person's data left in memory. */
export function forgetUser(client: ReturnType<typeof useQueryClient>) {
  const session = client.getQueryData(sessionQuery.queryKey);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  if (session) client.setQueryData(sessionQuery.queryKey, { ...session, user: null });
  void client.invalidateQueries(sessionQuery);
}
