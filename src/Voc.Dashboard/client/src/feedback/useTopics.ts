import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { TopicEntry } from '../api/types';

/** The topics there are; the server names them in the reader's language. */
export function useTopicsQuery() {
  const { language } = useTranslation().i18n;
  return queryOptions({
    queryKey: ['topics', language],
    queryFn: ({ signal }) => api.get<TopicEntry[]>('/topics', {}, signal),
    staleTime: 60_000,
  });
}

/** Topics to choose from, each below the one it is part of, which can be chosen as well. */
export function useTopicOptions() {
  const { data } = useQuery(useTopicsQuery());
  return useMemo(
    () =>
      (data ?? [])
        .filter((topic) => topic.parent === null)
        .map((top) => ({
          group: top.name,
          items: [top, ...data!.filter((topic) => topic.parent === top.id)].map(({ id, name }) => ({
            value: id,
            label: name,
          })),
        })),
    [data],
  );
}
