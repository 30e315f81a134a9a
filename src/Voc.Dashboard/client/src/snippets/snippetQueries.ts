import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Snippet, SnippetInput } from '../api/types';
import { useUser } from '../session/useSession';

const queryKey = ['snippets'];

/** The company's snippets and one's own; without a connection those that were there last. */
export function useSnippets() {
  const { userName } = useUser();
  const place = `voc.snippets.${userName}`;
  const { data } = useQuery({
    queryKey: [...queryKey, userName],
    queryFn: async ({ signal }) => {
      const all = await api.get<Snippet[]>('/notes/snippets', {}, signal);
      keep(place, all);
      return all;
    },
    initialData: () => kept(place),
    initialDataUpdatedAt: 0,
    staleTime: 60_000,
  });
  return data;
}

/** Keeps a new snippet, or changes the version of one that the page has. */
export function useKeepSnippet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ before, input }: { before: Snippet | null; input: SnippetInput }) =>
      before
        ? api.put<Snippet>(`/notes/snippets/${before.id}`, input, before.version)
        : api.post<Snippet>('/notes/snippets', input),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

export function useRemoveSnippet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Snippet) => api.delete(`/notes/snippets/${id}`, version),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

function keep(place: string, all: Snippet[]) {
  try {
    if (all.length > 0) localStorage.setItem(place, JSON.stringify(all));
    else localStorage.removeItem(place);
  } catch {
    // A browser without room has them as long as it is connected.
  }
}

function kept(place: string): Snippet[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(all) ? (all as Snippet[]) : [];
  } catch {
    return [];
  }
}
