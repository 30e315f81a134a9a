import { useEffect, useRef } from 'react';

/** Plain keys, outside of what one types into and of open lists and dialogs. */
export function useStateKeys(actions: Record<string, () => void>) {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = current.current[event.key];
      const target = event.target as HTMLElement;
      const busy = event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing;
      if (!action || busy || target.closest('input, textarea, select, [role="dialog"], [role="listbox"]'))
        return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
