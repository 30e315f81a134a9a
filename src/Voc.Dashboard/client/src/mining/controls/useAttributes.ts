import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { attributePrefix } from '../dimensions';

/** Dimensions made of the attributes that feedback has; a segment has a place of its own. */
export function useAttributes() {
  const { data = [] } = useQuery({
    queryKey: ['attributes'],
    queryFn: ({ signal }) => api.get<string[]>('/attributes', {}, signal),
    staleTime: 300_000,
  });
  return data.filter((name) => name !== 'segment').map((name) => attributePrefix + name);
}
