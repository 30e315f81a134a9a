import { useEffect, useEffectEvent, useRef } from 'react';
import type { ChangeView } from '../useSearchAddress';

interface Options {
  /** Tells one search from another. */
  search: string;
  /** The row the address names. */
  at: number;
  /** Whether there are rows to scroll to yet. */
  isReady: boolean;
  /** The first row of those drawn; changes while one scrolls. */
  first: number;
  firstInSight: () => number;
  scrollTo: (row: number) => void;
  look: ChangeView;
}

const pause = 250;

/** Keeps the place one has scrolled to in the address, and goes to the place the address names when a search is opened. */
export function usePlace({ search, at, isReady, first, firstInSight, scrollTo, look }: Options) {
  const opened = useRef<string | null>(null);
  const goTo = useEffectEvent(() => scrollTo(at));
  const keep = useEffectEvent(() => {
    const row = firstInSight();
    if (row !== at) look({ at: row }, { replace: true });
  });

  useEffect(() => {
    if (!isReady || opened.current === search) return;
    opened.current = search;
    goTo();
  }, [search, isReady]);

  useEffect(() => {
    if (opened.current !== search) return;
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
    // Back may lead to a place of the same search that names another row.
  }, [first, at, search, isReady]);

  useEffect(() => {
    const { scrollRestoration } = history;
    history.scrollRestoration = 'manual';
    return () => {
      history.scrollRestoration = scrollRestoration;
    };
  }, []);
}
