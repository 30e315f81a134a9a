import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { createFormat } from '../format/format';
import { alertArrivals } from '../saved/alertArrivals';
import { useSession } from '../session/useSession';
import { LiveConnection, type LiveState } from './LiveConnection';
import { applyLive } from './applyLive';
import { arrivals } from './arrivals';

const LiveContext = createContext<LiveState>('connecting');
export const useLiveState = () => useContext(LiveContext);

const sequencedKeys = ['feed', 'trends', 'issues', 'board'];

/** Keeps the connection to the hub as long as somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { timeZone } = useSession().company;
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    const { isoDate } = createFormat('en', timeZone);
    const connection = new LiveConnection({
      ...applyLive(client, isoDate),
      stateChanged: setState,
      pastChanged: () => void client.invalidateQueries(),
    });
    const unsubscribe = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
      if (!sequencedKeys.includes(String(event.query.queryKey[0]))) return;
      void connection.catchUpFrom((event.action.data as { sequence: number }).sequence);
    });
    void connection.start();
    return () => {
      unsubscribe();
      void connection.stop();
      arrivals.clear();
      alertArrivals.clear();
    };
  }, [client, timeZone]);

  return <LiveContext value={state}>{children}</LiveContext>;
}
