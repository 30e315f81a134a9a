import { useEffect, useRef, useState, type RefObject } from 'react';

/** Milliseconds after which a dialog that closes has given the focus back. */
const givenBack = 50;

/**
 * The row that keys act on; it has the focus. While a feedback is open beside the list the focus stays in there, and comes to the
 * row that is active by then when that closes.
 * @param list Its rows are told apart by `data-index`.
 */
export function useActiveRow(list: RefObject<HTMLElement | null>, isBeside: boolean) {
  const [active, setActive] = useState<number | null>(null);
  const returning = useRef(false);

  useEffect(() => {
    if (active === null || isBeside) return;
    focusRow(list.current, active);
  }, [list, active, isBeside]);

  const latest = useRef(active);
  useEffect(() => {
    latest.current = active;
  }, [active]);
  useEffect(() => {
    if (!isBeside) return;
    const element = list.current;
    return () => {
      returning.current = true;
      setTimeout(() => {
        returning.current = false;
        if (latest.current !== null) focusRow(element, latest.current);
      }, givenBack);
    };
  }, [list, isBeside]);

  return {
    active,
    activate: setActive,
    /** Where the focus went by other means than keys of the list. */
    focused: (row: number) => {
      if (!returning.current) setActive(row);
    },
  };
}

function focusRow(list: HTMLElement | null, row: number) {
  list
    ?.querySelector<HTMLElement>(`[data-index="${row}"]:not(:focus-within)`)
    ?.focus({ preventScroll: true });
}
