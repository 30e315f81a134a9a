import { useSyncExternalStore } from 'react';
import { useUser } from '../../session/useSession';

const most = 12;
const listeners = new Set<() => void>();
const keyOf = (userName: string) => `voc.searches.${userName}`;
const none: string[] = [];
const known = new Map<string, { stored: string | null; queries: string[] }>();

function read(userName: string) {
  const stored = localStorage.getItem(keyOf(userName));
  const cached = known.get(userName);
  if (cached?.stored === stored) return cached.queries;
  const queries = parse(stored);
  known.set(userName, { stored, queries });
  return queries;
}

function parse(stored: string | null): string[] {
  try {
    const queries: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(queries) ? queries.filter((one): one is string => typeof one === 'string') : none;
  } catch {
    return none;
  }
}

function write(userName: string, queries: string[]) {
  try {
    localStorage.setItem(keyOf(userName), JSON.stringify(queries.slice(0, most)));
  } catch {
    // Without room to keep them they are forgotten.
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The last queries of a person, kept in this browser only, the newest first. */
export function useRecentQueries() {
  const { userName } = useUser();
  const recent = useSyncExternalStore(subscribe, () => read(userName));
  return {
    recent,
    remember: (query: string) => write(userName, [query, ...read(userName).filter((one) => one !== query)]),
    forget: (query: string) =>
      write(
        userName,
        read(userName).filter((one) => one !== query),
      ),
    forgetAll: () => write(userName, []),
  };
}
