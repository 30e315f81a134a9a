import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import {
  readSearch,
  readView,
  writeSearch,
  writeView,
  type SearchState,
  type SearchView,
} from './searchState';

export type ChangeSearch = (change: Partial<SearchState>) => void;
export type ChangeView = (change: Partial<SearchView>, how?: { replace: boolean }) => void;

/** The search and how it is looked at, kept in the address. */
export function useSearchAddress() {
  const [parameters, setParameters] = useSearchParams();
  const { state: historyState } = useLocation();
  const state = useMemo(() => readSearch(parameters), [parameters]);
  const view = useMemo(() => readView(parameters), [parameters]);

  /** Another search begins at its first result. */
  const change: ChangeSearch = useCallback(
    (change) =>
      setParameters((before) => {
        const after = writeSearch(before, { ...readSearch(before), ...change });
        return writeView(after, { ...readView(after), at: 0, unfolded: [] });
      }),
    [setParameters],
  );
  const look: ChangeView = useCallback(
    (change, how) =>
      setParameters((before) => writeView(before, { ...readView(before), ...change }), {
        ...how,
        state: how?.replace ? (historyState as unknown) : undefined,
      }),
    [setParameters, historyState],
  );
  return { state, view, change, look };
}
