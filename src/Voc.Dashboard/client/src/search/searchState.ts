/** Facets whose values can be chosen as filters, by the name of the parameter; a month sets the dates instead. */
export const filterNames = [
  'channel',
  'sentiment',
  'product',
  'topic',
  'intent',
  'source',
  'segment',
  'language',
  'attribute',
] as const;
export type FilterName = (typeof filterNames)[number];

/** The value that stands for having none: as a facet's value, and as a filter. */
export const absent = '';

export const sorts = ['newest', 'relevance', 'oldest', 'negative', 'typical'] as const;
export type SearchSort = (typeof sorts)[number];

/** What is searched for. */
export interface SearchState {
  q: string;
  sort: SearchSort;
  /** First and last calendar day of the company, `YYYY-MM-DD`, or empty. */
  from: string;
  to: string;
  filters: Partial<Record<FilterName, string[]>>;
  /** Whether synonyms of the words are searched for too. */
  synonyms: boolean;
  /** Spellings and synonyms that are not to be searched for. */
  without: string[];
  /** Whether near-duplicates are shown as one. */
  fold: boolean;
  /** The feedback whose like is searched for. */
  like: number | null;
}

/** How the answer is looked at. */
export interface SearchView {
  tab: 'results' | 'analysis';
  /** Whether the count is broken down. */
  explain: boolean;
  timeline: 'chart' | 'table' | 'hidden';
  /** The attribute that is counted by. */
  by: string;
  /** The result at the top of the screen, 0 for the first. */
  at: number;
  /** Results whose near-duplicates are shown. */
  unfolded: number[];
}

const searched = ['q', 'sort', 'from', 'to', 'synonyms', 'without', 'fold', 'like', ...filterNames];

/** A search is its address: it can be reloaded, kept and sent to a colleague. Nonsense in the address is left out. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    // An empty value asks for what has none.
    const values = [...new Set(parameters.getAll(name))];
    if (values.length > 0) filters[name] = values;
  }
  const sort = parameters.get('sort') as SearchSort;
  return {
    q: parameters.get('q') ?? '',
    sort: sorts.includes(sort) ? sort : 'newest',
    from: dateOrNothing(parameters.get('from')),
    to: dateOrNothing(parameters.get('to')),
    filters,
    synonyms: parameters.get('synonyms') === 'true',
    without: [...new Set(parameters.getAll('without').filter(Boolean))],
    fold: parameters.get('fold') !== 'false',
    like: wholeNumber(parameters.get('like')) || null,
  };
}

/** Writes a search into an address, leaving what belongs to others and omitting what is usual. */
export function writeSearch(before: URLSearchParams, state: SearchState) {
  const after = new URLSearchParams(before);
  searched.forEach((name) => after.delete(name));
  if (state.q.trim()) after.set('q', state.q.trim());
  if (state.sort !== 'newest') after.set('sort', state.sort);
  if (state.from) after.set('from', state.from);
  if (state.to) after.set('to', state.to);
  for (const name of filterNames) state.filters[name]?.forEach((value) => after.append(name, value));
  if (state.synonyms) after.set('synonyms', 'true');
  state.without.forEach((term) => after.append('without', term));
  if (!state.fold) after.set('fold', 'false');
  if (state.like) after.set('like', String(state.like));
  return after;
}

export function readView(parameters: URLSearchParams): SearchView {
  const timeline = parameters.get('timeline');
  return {
    tab: parameters.get('tab') === 'analysis' ? 'analysis' : 'results',
    explain: parameters.get('explain') === 'true',
    timeline: timeline === 'table' || timeline === 'hidden' ? timeline : 'chart',
    by: parameters.get('by') ?? '',
    at: wholeNumber(parameters.get('at')),
    unfolded: parameters.getAll('unfolded').map(wholeNumber).filter(Boolean),
  };
}

export function writeView(before: URLSearchParams, view: SearchView) {
  const after = new URLSearchParams(before);
  const set = (name: string, value: string) => (value ? after.set(name, value) : after.delete(name));
  set('tab', view.tab === 'results' ? '' : view.tab);
  set('explain', view.explain ? 'true' : '');
  set('timeline', view.timeline === 'chart' ? '' : view.timeline);
  set('by', view.by);
  set('at', view.at > 0 ? String(view.at) : '');
  after.delete('unfolded');
  view.unfolded.forEach((id) => after.append('unfolded', String(id)));
  return after;
}

/** What the API is asked: the same for hits, counts, explanation, text mining and export. */
export const searchQueryOf = ({
  q,
  sort,
  from,
  to,
  filters,
  synonyms,
  without,
  fold,
  like,
}: SearchState) => ({
  q: q.trim(),
  sort,
  from,
  to,
  ...filters,
  synonyms: synonyms || undefined,
  without,
  fold,
  like,
});

export type ApiQuery = ReturnType<typeof searchQueryOf>;

export function toggled(state: SearchState, name: FilterName, value: string): SearchState {
  const values = state.filters[name] ?? [];
  return withFilter(
    state,
    name,
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
  );
}

export function withFilter(state: SearchState, name: FilterName, values: string[]): SearchState {
  const filters = { ...state.filters };
  delete filters[name];
  return { ...state, filters: values.length > 0 ? { ...filters, [name]: values } : filters };
}

/** How many filters are chosen; a period counts as one. */
export const chosenCount = ({ filters, from, to }: SearchState) =>
  Object.values(filters).reduce((sum, values) => sum + values.length, 0) + (from || to ? 1 : 0);

export const unfiltered = (state: SearchState): SearchState => ({ ...state, filters: {}, from: '', to: '' });

const dateOrNothing = (value: string | null) =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';

function wholeNumber(value: string | null) {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
