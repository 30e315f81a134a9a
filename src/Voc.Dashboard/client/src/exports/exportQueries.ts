import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Export, ExportColumn } from '../api/types';

export const isActive = (one: Export) => one.state === 'queued' || one.state === 'running';

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => api.get<Export[]>('/exports', {}, signal),
  refetchInterval: (query) => (query.state.data?.some(isActive) ? 700 : false),
});

export const exportColumnsQuery = queryOptions({
  queryKey: ['export-columns'],
  queryFn: ({ signal }) => api.get<ExportColumn[]>('/exports/columns', {}, signal),
});
