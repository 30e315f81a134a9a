import type { ECElementEvent } from 'echarts/core';
import { useNavigate, useSearchParams, type To } from 'react-router';
import type { SearchState } from '../search/searchState';
import { addressOf } from './resultSet';

/** Queries by the names on an axis: an entry for each vertical axis, then one for the horizontal axis. */
export type NamedOnAxes = readonly (readonly { name: string; query: string | null }[])[];

/** Where the texts of a row are; null where no query finds them. */
export type LinkTo = (query: string | null) => To | null;

/** Leads from a picture or table to the texts behind it. */
export function useNarrowed(search: SearchState) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const linkTo: LinkTo = (query) =>
    query === null ? null : { search: `?${addressOf(parameters, search, query)}` };
  /** What is drawn carries the query for its texts; names on an axis are looked up. */
  const pick =
    (named: NamedOnAxes = []) =>
    (event: ECElementEvent) => {
      const query = queryOf(event, named);
      const to = query && linkTo(query);
      if (to) void navigate(to);
    };
  return { linkTo, pick };
}

export function queryOf(event: ECElementEvent, named: NamedOnAxes) {
  if (event.componentType === 'series') return (event.data as { query?: string | null } | undefined)?.query;
  const axis =
    event.componentType === 'xAxis' ? named.at(-1) : named[(event.yAxisIndex as number | undefined) ?? 0];
  return axis?.find(({ name }) => name === event.value)?.query;
}
