import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { MaskingStatus, OriginalAccess } from '../api/types';

export const maskingKey = ['masking'];

/** Asked again while a run is under way. */
export const maskingQuery = queryOptions({
  queryKey: [...maskingKey, 'status'],
  queryFn: ({ signal }) => api.get<MaskingStatus>('/masking', {}, signal),
  refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 1000 : false),
});

export const accessesQuery = queryOptions({
  queryKey: [...maskingKey, 'accesses'],
  queryFn: ({ signal }) => api.get<OriginalAccess[]>('/masking/accesses', {}, signal),
});
