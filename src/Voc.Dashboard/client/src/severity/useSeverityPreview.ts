import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { SeverityPreviewItem, SeveritySettings } from '../api/types';

const pause = 300;

/** How the open issues would be ordered, once nobody has moved anything for a moment. */
export function useSeverityPreview(settings: SeveritySettings) {
  const wanted = JSON.stringify(settings);
  const [asked] = useDebouncedValue(wanted, pause);
  const query = useQuery({
    queryKey: ['severity-preview', asked],
    queryFn: ({ signal }) =>
      api.post<SeverityPreviewItem[]>('/issues/severity/preview', JSON.parse(asked), signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...query, isBusy: asked !== wanted || query.isFetching };
}
