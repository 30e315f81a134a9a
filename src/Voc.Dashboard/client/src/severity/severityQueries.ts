import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { SeverityInfo } from '../api/types';

export const severityQuery = queryOptions({
  queryKey: ['severity'] as const,
  queryFn: ({ signal }) => api.get<SeverityInfo>('/issues/severity', {}, signal),
});
