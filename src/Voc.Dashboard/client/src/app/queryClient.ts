import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && !error.isTemporary),
    },
    mutations: { retry: false },
  },
});
