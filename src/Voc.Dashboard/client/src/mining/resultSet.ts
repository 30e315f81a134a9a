import { searchQueryOf, writeSearch, type SearchState } from '../search/searchState';
import { narrowed } from './narrowed';

/** Parameters that say how texts are listed, not which. */
const listing = ['sort', 'fold', 'limit', 'offset', 'facet'];

/** The parameters that say which texts are looked at. */
export const resultSetOf = (search: SearchState) =>
  Object.fromEntries(Object.entries(searchQueryOf(search)).filter(([name]) => !listing.includes(name)));

export type ResultSet = ReturnType<typeof resultSetOf>;

/** Which part of the former search's page was shown. */
const shownBefore = ['tab', 'page', 'at', 'unfolded'];

/** Where the texts of a row are listed: the address stays, the search is narrowed, and the results are shown. */
export function addressOf(before: URLSearchParams, search: SearchState, query: string) {
  const after = writeSearch(before, { ...search, q: narrowed(search.q, query) });
  shownBefore.forEach((name) => after.delete(name));
  return after;
}
