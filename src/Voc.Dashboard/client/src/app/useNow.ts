import { useEffect, useState } from 'react';

/** The time, renewed so that "3 minutes ago" stays true. */
export function useNow(everyMilliseconds = 15_000) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
