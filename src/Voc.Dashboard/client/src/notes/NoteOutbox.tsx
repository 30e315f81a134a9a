import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { api } from '../api/client';
import type { ChangedNote, NewNote } from '../api/types';
import { useUser } from '../session/useSession';
import { NoteSender, type WaitsFor } from './NoteSender';
import { NoteStore, type StoredNote } from './noteStore';

interface Outbox {
  store: NoteStore;
  /** Unsent and refused notes, and drafts with something in them. */
  kept: StoredNote[];
  /** Why the unsent ones wait; null where nothing failed. */
  waitsFor: WaitsFor | null;
  /** To be called after the store was changed. */
  changed: () => void;
  send: () => void;
}

const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox() {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('There is no note outbox around this.');
  return outbox;
}

/** Sends the person's notes on whatever page is open. */
export function NoteOutbox({ children }: { children: ReactNode }) {
  const { userName } = useUser();
  const client = useQueryClient();
  const store = useMemo(() => new NoteStore(userName), [userName]);
  const [kept, setKept] = useState(() => keptIn(store));
  const [waitsFor, setWaitsFor] = useState<WaitsFor | null>(null);
  const sender = useRef<NoteSender>(null);
  const changed = useCallback(() => setKept(keptIn(store)), [store]);

  useEffect(() => {
    const current = new NoteSender(store, post, {
      changed,
      waits: setWaitsFor,
      acknowledged: () => void client.invalidateQueries({ queryKey: ['notes', 'recent'] }),
    });
    sender.current = current;
    current.start();
    const otherTab = (event: StorageEvent) => store.owns(event.key) && changed();
    window.addEventListener('storage', otherTab);
    return () => {
      current.stop();
      window.removeEventListener('storage', otherTab);
    };
  }, [store, client, changed]);

  const outbox = useMemo(
    () => ({ store, kept, waitsFor, changed, send: () => sender.current?.sendNow() }),
    [store, kept, waitsFor, changed],
  );
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

const keptIn = (store: NoteStore) =>
  store.all().filter((note) => note.state !== 'draft' || note.text.trim() !== '');

const post = ({ clientId, text, customer, product, occurredAt, changes }: StoredNote) => {
  if (changes !== undefined) {
    // The server knows the customer by a pseudonym only: what is not typed again stays.
    const change: ChangedNote = { text, customer: customer.trim() || null, product: product.trim() };
    return api.put(`/notes/${changes}`, change);
  }
  const note: NewNote = {
    clientId,
    text,
    customer: customer.trim() || null,
    product: product.trim() || null,
    occurredAt,
    attributes: null,
  };
  return api.post('/notes', note);
};
