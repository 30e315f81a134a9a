import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type Dispatch, type RefObject, type SetStateAction } from 'react';

const estimatedHeight = 88;
/** What covers the top of the screen above the list: the header, and the line with the count. */
const covered = 100;

/** The first and the last row on the screen. */
export interface Range {
  first: number;
  last: number;
}

/** A list that scrolls with the window and draws only the rows on the screen, whatever their heights. */
export function useWindowList(
  list: RefObject<HTMLElement | null>,
  rows: number,
  show: Dispatch<SetStateAction<Range>>,
) {
  const top = useTopOf(list);
  const virtualizer = useWindowVirtualizer({
    count: rows,
    estimateSize: () => estimatedHeight,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: covered,
    scrollPaddingEnd: 24,
    measureElement: (element) => element.getBoundingClientRect().height || estimatedHeight,
    onChange: ({ range: shown }) => {
      if (shown)
        show((before) =>
          before.first === shown.startIndex && before.last === shown.endIndex
            ? before
            : { first: shown.startIndex, last: shown.endIndex },
        );
    },
  });
  /** The row at the top of the screen; 0 while the head of the list is in sight. */
  const firstInSight = () =>
    window.scrollY === 0 || window.scrollY + covered <= top
      ? 0
      : (virtualizer.getVirtualItemForOffset(window.scrollY + covered)?.index ?? 0);
  return { virtualizer, top, firstInSight };
}

/** How far from the top of the page an element begins, whatever comes and goes above it. */
function useTopOf(element: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
