import { useEffect, useRef } from 'react';

interface Options {
  /** Keys that act again and again while they are held down. */
  repeat?: readonly string[];
  /** Keys that act only where the focus is inside an element that matches, for the browser has its own use for them. */
  within?: { keys: readonly string[]; selector: string };
}

/** Plain keys, outside of what one types into and of open lists and dialogs. */
export function useStateKeys(actions: Record<string, () => void>, options: Options = {}) {
  const current = useRef({ actions, options });
  useEffect(() => {
    current.current = { actions, options };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { actions, options } = current.current;
      const action = actions[event.key];
      const target = event.target instanceof Element ? event.target : document.body;
      const isHeldDown = event.repeat && !options.repeat?.includes(event.key);
      const busy =
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isHeldDown ||
        event.isComposing;
      if (
        !action ||
        busy ||
        target.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="listbox"]')
      )
        return;
      if (options.within?.keys.includes(event.key) && !target.closest(options.within.selector)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
