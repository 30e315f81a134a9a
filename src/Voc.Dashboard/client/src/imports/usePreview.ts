import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../api/types';
import { isReadable } from './columnRoles';
import { previewQuery, type Reading } from './importQueries';

/** How the first rows come out. The last good answer stays while a changed mapping is tried or refused. */
export function usePreview(file: File, reading: Reading) {
  const [last, setLast] = useState<ImportPreview>();
  const canTry =
    reading.mapping === null || (last !== undefined && isReadable(reading.mapping, last.columns));
  const query = useQuery({ ...previewQuery(file, reading), enabled: canTry });
  if (query.data && !query.isPlaceholderData && query.data !== last) setLast(query.data);
  const preview = query.data ?? last;
  const mapping = reading.mapping ?? preview?.suggestedMapping ?? null;
  return {
    preview,
    /** Null where the file has no columns to map. */
    mapping,
    isReadable: preview !== undefined && (mapping === null || isReadable(mapping, preview.columns)),
    error: query.error,
    isStale: query.isPlaceholderData || query.isError,
    retry: () => void query.refetch(),
  };
}
