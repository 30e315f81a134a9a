import { useQueries } from '@tanstack/react-query';
import { attributeFacet, countQuery, facetNames } from '../archiveQueries';
import type { FacetValue, SearchAnswer } from '../../api/types';
import { filterNames, searchQueryOf, withFilter, type FilterName, type SearchState } from '../searchState';

/** By the names the API has for facets. */
export type FacetCounts = Partial<Record<string, FacetValue[]>>;

/**
 * Counts of every facet. One that is filtered by is counted as if it were not: its other values say how many they would add, and
 * those chosen still add up to the total.
 * @param isCurrent False while the answer is that of the search before, or there is none.
 */
export function useFacets(
  state: SearchState,
  by: string,
  answer: SearchAnswer | undefined,
  isCurrent: boolean,
): FacetCounts {
  const asked: { facet: string; state: SearchState }[] = [];
  for (const name of facetNames)
    if (name === 'month') {
      if (state.from || state.to) asked.push({ facet: name, state: { ...state, from: '', to: '' } });
    } else if (name !== 'attribute' && state.filters[name])
      asked.push({ facet: name, state: withFilter(state, name, []) });
  if (by)
    asked.push({
      facet: attributeFacet(by),
      state: withFilter(
        state,
        'attribute',
        (state.filters.attribute ?? []).filter((value) => !value.startsWith(`${by}=`)),
      ),
    });
  const answers = useQueries({
    queries: asked.map(({ facet, state }) => ({
      ...countQuery(searchQueryOf(state), facet),
      placeholderData: (before: SearchAnswer | undefined) => before,
      enabled: isCurrent,
    })),
  });
  const facets: FacetCounts = { ...answer?.facets };
  asked.forEach(({ facet }, at) => {
    const counts = answers[at]?.data?.facets[facet];
    if (counts) facets[facet] = counts;
  });
  return facets;
}

export const isFilter = (name: string): name is FilterName =>
  (filterNames as readonly string[]).includes(name);
