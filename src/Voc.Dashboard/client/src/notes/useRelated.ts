import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { RelatedToNote, UnfinishedNote } from '../api/types';
import type { NoteFields } from './noteStore';

const pauseMilliseconds = 400;
const fewestLetters = 6;
/** What is looked for is how a long note ends: that is what is being written. */
const mostLetters = 2000;

/** What belongs to a note as far as it is written; asked when its writer pauses, and never in their way. */
export function useRelated(note: NoteFields) {
  const text = note.text.trim().slice(-mostLetters);
  const typed = JSON.stringify({
    text: text.length < fewestLetters ? '' : text,
    customer: note.customer.trim(),
  });
  const [settled] = useDebouncedValue(typed, pauseMilliseconds);
  const asks = JSON.parse(settled) as UnfinishedNote;
  const isAsked = Boolean(asks.text || asks.customer);
  const related = useQuery({
    queryKey: ['notes', 'related', settled],
    queryFn: () => api.post<RelatedToNote>('/notes/related', asks),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
  return isAsked ? related.data : undefined;
}
