import { useEffect, useState, type RefObject } from 'react';

/** Scrolled by less than this the reader still looks at the beginning. */
const slack = 8;
/** How long after its last move a pointer is taken to be about to choose. */
const pointing = 3000;

/** Whether the rows of a list must stay where they are: the reader has scrolled, or points at one of them. */
export function useHeld(list: RefObject<HTMLElement | null>) {
  const [isScrolled, setScrolled] = useState(false);
  const [isPointing, setPointing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scroll = () => setScrolled(window.scrollY > slack);
    const point = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) return;
      setPointing(true);
      clearTimeout(timer);
      timer = setTimeout(() => setPointing(false), pointing);
    };
    window.addEventListener('scroll', scroll, { passive: true });
    window.addEventListener('pointermove', point, { passive: true });
    window.addEventListener('pointerdown', point, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', scroll);
      window.removeEventListener('pointermove', point);
      window.removeEventListener('pointerdown', point);
    };
  }, [list]);
  return isScrolled || isPointing;
}
