import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Import, ImportMapping, ImportPreset, ImportPreview } from '../api/types';

export const isActive = (one: Import) => one.state === 'queued' || one.state === 'running';

/** Imports whose numbers will change by themselves. */
const isMoving = (one: Import) => isActive(one) || one.state === 'undoing';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => api.get<Import[]>('/imports', {}, signal),
  refetchInterval: (query) => (query.state.data?.some(isMoving) ? 1000 : false),
});

export const presetsQuery = queryOptions({
  queryKey: ['import-presets'],
  queryFn: ({ signal }) => api.get<ImportPreset[]>('/imports/presets', {}, signal),
  staleTime: Infinity,
});

export interface Reading {
  preset: string | null;
  /** Null as long as nobody has changed what the server guessed. */
  mapping: ImportMapping | null;
}

export const previewQuery = (file: File, { preset, mapping }: Reading) =>
  queryOptions({
    queryKey: ['import-preview', file.name, file.size, file.lastModified, preset, mapping],
    queryFn: ({ signal }) =>
      api.post<ImportPreview>('/imports/preview', formOf(file, { preset, mapping }), signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });

export function formOf(file: File, { preset, mapping }: Reading, source?: string) {
  const form = new FormData();
  if (source !== undefined) form.append('source', source);
  if (preset) form.append('preset', preset);
  if (mapping) form.append('mapping', JSON.stringify(mapping));
  form.append('file', file, file.name);
  return form;
}
