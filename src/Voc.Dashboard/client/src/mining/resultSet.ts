import { readView, searchQueryOf, writeSearch, writeView, type SearchState } from '../search/searchState';
import { narrowed } from './narrowed';

/** Parameters that say how texts are listed, not which. */
const listing = ['sort', 'fold'];

/** The parameters that say which texts are looked at. */
export const resultSetOf = (search: SearchState) =>
  Object.fromEntries(Object.entries(searchQueryOf(search)).filter(([name]) => !listing.includes(name)));

export type ResultSet = ReturnType<typeof resultSetOf>;

/** Where the texts of a row are listed: the address stays, the search is narrowed, and the results are shown. */
export function addressOf(before: URLSearchParams, search: SearchState, query: string) {
  const after = writeSearch(before, { ...search, q: narrowed(search.q, query) });
  return writeView(after, { ...readView(after), tab: 'results', at: 0, unfolded: [] });
}
