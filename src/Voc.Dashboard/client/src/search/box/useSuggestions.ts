import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { suggestQuery } from '../archiveQueries';
import { useRecentQueries } from './recentQueries';

export interface Offer {
  kind: 'recent' | 'word' | 'field' | 'value' | 'saved';
  /** The whole query after it is chosen. */
  text: string;
  label: string;
  count: number | null;
  /** Where a saved search opens, with all that it holds beside its query. */
  path?: string | null;
}

interface Suggested {
  offers: Offer[];
  /** False while the offers are those for what stood there before. */
  isCurrent: boolean;
}

const pause = 110;

/**
 * What the box offers: queries of before while it is empty, else ways to go on from the caret. While an input method composes,
 * what stands in the box is not yet what its writer means, so nothing is asked.
 */
export function useSuggestions(text: string, caret: number, active: boolean, composing: boolean): Suggested {
  const { recent } = useRecentQueries();
  const [asked] = useDebouncedValue({ text, caret, composing }, pause);
  const suggestions = useQuery({
    ...suggestQuery(asked.text, asked.caret),
    enabled: active && !composing && !asked.composing && asked.text.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!active || composing) return { offers: [], isCurrent: true };
  if (text.trim() === '')
    return {
      offers: recent.map((query) => ({ kind: 'recent', text: query, label: query, count: null })),
      isCurrent: true,
    };
  return {
    offers: suggestions.data ?? [],
    isCurrent: asked.text === text && asked.caret === caret && !suggestions.isPlaceholderData,
  };
}
