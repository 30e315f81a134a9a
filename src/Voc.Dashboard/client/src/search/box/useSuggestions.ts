import { useRecentQueries } from './recentQueries';

export interface Offer {
  kind: 'recent' | 'word' | 'field' | 'value' | 'saved';
  /** The whole query after it is chosen. */
  text: string;
  label: string;
  count: number | null;
}

/**
 * What the box offers: queries of before while it is empty. While an input method composes,
 * what stands in the box is not yet what its writer means, so nothing is asked.
 */
export function useSuggestions(text: string, active: boolean, composing: boolean): Offer[] {
  const { recent } = useRecentQueries();
  if (!active || composing) return [];
  if (text.trim() === '')
    return recent.map((query) => ({ kind: 'recent', text: query, label: query, count: null }));
  return [];
}
