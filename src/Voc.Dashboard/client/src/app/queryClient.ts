import { QueryClient } from '@tanstack/react-query';
import i18n from 'i18next';
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

// The server says names, notes and problems in the reader's language.
i18n.on('languageChanged', () => void queryClient.invalidateQueries());
