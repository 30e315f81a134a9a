import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type {
  DetectionSetting,
  DetectionSlices,
  Replay,
  ReplayDetail,
  ReplayList,
  ReplayQuotes,
} from '../api/types';

export const isActive = ({ state }: Replay) => state === 'queued' || state === 'running';

const pace = 1000;

export const replaysQuery = queryOptions({
  queryKey: ['replays'],
  queryFn: ({ signal }) => api.get<ReplayList>('/replays', {}, signal),
  refetchInterval: (query) => (query.state.data?.items.some(isActive) ? pace : false),
});

export const replayQuery = (id: number) =>
  queryOptions({
    queryKey: ['replay', id] as const,
    queryFn: ({ signal }) => api.get<ReplayDetail>(`/replays/${id}`, {}, signal),
    refetchInterval: (query) => (query.state.data && isActive(query.state.data.replay) ? pace : false),
  });

export const alarmQuery = (replay: number, alarm: number) =>
  queryOptions({
    queryKey: ['replay', replay, 'alarm', alarm] as const,
    queryFn: ({ signal }) => api.get<ReplayQuotes>(`/replays/${replay}/alarms/${alarm}`, {}, signal),
    staleTime: Infinity,
  });

export const slicesQuery = queryOptions({
  queryKey: ['detection', 'slices'],
  queryFn: ({ signal }) => api.get<DetectionSlices>('/detection/slices', {}, signal),
});

export const settingQuery = queryOptions({
  queryKey: ['detection'],
  queryFn: ({ signal }) => api.get<DetectionSetting>('/detection', {}, signal),
  // The detector takes a change over once another is ready, after seconds or minutes; where none runs there is nothing to wait for.
  refetchInterval: ({ state: { data } }) =>
    data && data.inUse !== null && data.inUse !== data.falseAlarmsPerYear ? pace : false,
});
