import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { IssueState, Severity } from '../api/types';

export const boardSorts = ['severity', 'surprise', 'growth', 'reach', 'count', 'newest', 'due'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** Groups of states; the rest of the states are chosen one by one. */
export const stateGroups = ['open', 'closed', 'muted', 'all'] as const;
export const allStates: readonly IssueState[] = [
  'new',
  'acknowledged',
  'investigating',
  'regressed',
  'fixed',
  'verified',
  'muted',
];
export const allSeverities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** How many issues come at first, and are added each time. */
export const pageSize = 50;
/** The most the server gives at once, and that stand on one page. */
export const mostShown = 500;

/** Which issues the board shows, and in which order. An empty list lets all pass. */
export interface BoardFilter {
  /** Groups or single states; never empty. */
  state: string[];
  sort: BoardSort;
  product: string[];
  /** Sources and values of attributes as `field:value`; empty for what is limited to none. */
  slice: string[];
  topic: string[];
  /** User names, `me`, or empty for nobody. */
  assignee: string[];
  severity: string[];
  polarity: '' | 'negative' | 'positive';
  q: string;
}

const lists = ['product', 'slice', 'topic', 'assignee', 'severity'] as const;

/** A board is its address: it can be reloaded, kept and sent to a colleague. Nonsense in the address is left out. */
export function readBoard(parameters: URLSearchParams): BoardFilter {
  const known: readonly string[] = [...stateGroups, ...allStates];
  const state = [...new Set(parameters.getAll('state'))].filter((one) => known.includes(one));
  const sort = parameters.get('sort') as BoardSort;
  const polarity = parameters.get('polarity');
  const given = (name: string) => [...new Set(parameters.getAll(name))];
  return {
    state: state.length > 0 ? state : ['open'],
    sort: boardSorts.includes(sort) ? sort : 'severity',
    product: given('product'),
    slice: given('slice'),
    topic: given('topic').filter(Boolean),
    assignee: given('assignee'),
    severity: given('severity').filter((one) => allSeverities.includes(one as Severity)),
    polarity: polarity === 'negative' || polarity === 'positive' ? polarity : '',
    q: (parameters.get('q') ?? '').slice(0, 200),
  };
}

/** The address of a board, without what is usual. */
export function writeBoard(filter: BoardFilter) {
  const parameters = new URLSearchParams();
  if (filter.state.join() !== 'open') filter.state.forEach((one) => parameters.append('state', one));
  if (filter.sort !== 'severity') parameters.set('sort', filter.sort);
  for (const name of lists) filter[name].forEach((value) => parameters.append(name, value));
  if (filter.polarity) parameters.set('polarity', filter.polarity);
  if (filter.q.trim()) parameters.set('q', filter.q);
  return parameters;
}

export const apiQueryOf = ({ q, ...rest }: BoardFilter) => ({ ...rest, q: q.trim() });

/** Filters that are set, the group of states, the order and the text aside. */
export const chosenFilters = (filter: BoardFilter) =>
  lists.reduce((sum, name) => sum + filter[name].length, 0) + (filter.polarity ? 1 : 0);

export const isNarrowed = (filter: BoardFilter) => chosenFilters(filter) > 0 || filter.q.trim() !== '';

export const widened = (filter: BoardFilter): BoardFilter => ({
  ...filter,
  product: [],
  slice: [],
  topic: [],
  assignee: [],
  severity: [],
  polarity: '',
  q: '',
});

/** Issues that stand on pages before this one, from an address. */
export const readOffset = (parameters: URLSearchParams) =>
  Math.max(0, Math.floor((Number(parameters.get('from')) || 0) / mostShown)) * mostShown;

/** The board as its address has it; how many are shown is kept there, too, so that coming back finds them. */
export function useBoardAddress() {
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => readBoard(parameters), [parameters]);
  const limit = Math.min(mostShown, Math.max(pageSize, Number(parameters.get('shown')) || 0));
  const offset = readOffset(parameters);
  const change = useCallback(
    (part: Partial<BoardFilter>) =>
      setParameters((before) => writeBoard({ ...readBoard(before), ...part }), { replace: true }),
    [setParameters],
  );
  const showMore = useCallback(
    () =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('shown', String(Math.min(mostShown, limit + pageSize)));
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParameters, limit],
  );
  const turnTo = useCallback(
    (first: number) =>
      setParameters((before) => {
        const after = new URLSearchParams(before);
        after.delete('shown');
        if (first > 0) after.set('from', String(first));
        else after.delete('from');
        return after;
      }),
    [setParameters],
  );
  return { filter, limit, offset, change, showMore, turnTo };
}
