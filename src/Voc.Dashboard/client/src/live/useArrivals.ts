import { useEffect, useSyncExternalStore } from 'react';
import { arrivals } from './arrivals';

export const useArrivals = () => useSyncExternalStore(arrivals.subscribe, arrivals.get);

/** Tells the store whether somebody looks at the live page: it is open, and its tab is in front. */
export function useLooking() {
  useEffect(() => {
    const tell = () => arrivals.look(document.visibilityState === 'visible');
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      arrivals.look(false);
    };
  }, []);
}
