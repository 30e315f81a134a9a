import { useEffect, useRef } from 'react';

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Alt with a key by its place on the keyboard, since Alt changes what the key types on some systems. */
export function useAltKeys(actions: Record<string, () => void>) {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = current.current[event.code];
      if (!action || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
