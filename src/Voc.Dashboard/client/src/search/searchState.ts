import type { FacetName } from '../api/types';

export const pageSize = 20;
export const facetNames = [
  'channel',
  'sentiment',
  'product',
  'topic',
  'source',
  'month',
] as const satisfies FacetName[];
/** The server looks no deeper into its answer. */
export const deepestPage = 490;
/** Facets whose values can be chosen as filters; a month sets the dates instead. */
export const filterNames = ['channel', 'sentiment', 'product', 'topic', 'intent', 'source'] as const;
export type FilterName = (typeof filterNames)[number];
export type SearchSort = 'relevance' | 'newest';

export interface SearchState {
  q: string;
  sort: SearchSort;
  /** First and last calendar day of the company, `YYYY-MM-DD`, or empty. */
  from: string;
  to: string;
  filters: Partial<Record<FilterName, string[]>>;
  /** 1 for the first. */
  page: number;
}

const own = ['q', 'sort', 'from', 'to', 'page', ...filterNames];

/** A search is its address: it can be reloaded, kept and sent to a colleague. Nonsense in the address is left out. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const values = [...new Set(parameters.getAll(name).filter(Boolean))];
    if (values.length > 0) filters[name] = values;
  }
  const page = Number(parameters.get('page'));
  return {
    q: parameters.get('q') ?? '',
    sort: parameters.get('sort') === 'relevance' ? 'relevance' : 'newest',
    from: dateOrNothing(parameters.get('from')),
    to: dateOrNothing(parameters.get('to')),
    filters,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Writes a search into an address, leaving what belongs to others and omitting what is usual. */
export function writeSearch(before: URLSearchParams, state: SearchState) {
  const after = new URLSearchParams(before);
  own.forEach((name) => after.delete(name));
  if (state.q.trim()) after.set('q', state.q.trim());
  if (state.sort !== 'newest') after.set('sort', state.sort);
  if (state.from) after.set('from', state.from);
  if (state.to) after.set('to', state.to);
  for (const name of filterNames) state.filters[name]?.forEach((value) => after.append(name, value));
  if (state.page > 1) after.set('page', String(state.page));
  return after;
}

/** What the API is asked. */
export const searchQueryOf = ({ q, sort, from, to, filters, page }: SearchState) => ({
  q,
  sort,
  from,
  to,
  ...filters,
  limit: pageSize,
  offset: (page - 1) * pageSize,
  facet: facetNames.join(','),
});

export function toggled(state: SearchState, name: FilterName, value: string): SearchState {
  const values = state.filters[name] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...state, filters: { ...state.filters, [name]: next }, page: 1 };
}

/** First and last day of a month such as `2026-02`. */
export function daysOfMonth(month: string) {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

function dateOrNothing(value: string | null) {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';
}
