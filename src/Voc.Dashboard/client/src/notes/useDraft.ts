import { useCallback, useEffect, useState } from 'react';
import type { RecentNote } from '../api/types';
import { useOutbox } from './NoteOutbox';
import { announceDraft } from './draftTabs';
import { newNote, type NoteFields, type NoteStore, type StoredNote } from './noteStore';

const ownDraftKey = 'voc.note.draft';

/** The note being written, saved at every keystroke, and what can be done with it and those left aside. */
export function useDraft() {
  const { store, kept, waitsFor, changed, send: sendKept } = useOutbox();
  const [draft, setDraft] = useState(() => resume(store));

  const change = (fields: Partial<NoteFields>) => {
    const after = { ...draft, ...fields };
    store.save(after);
    setDraft(after);
  };

  const begin = useCallback((note: StoredNote) => {
    sessionStorage.setItem(ownDraftKey, note.clientId);
    setDraft(note);
  }, []);

  useEffect(() => announceDraft(draft.clientId, () => begin(newNote(new Date()))), [draft.clientId, begin]);

  const send = () => {
    if (draft.text.trim() === '') return false;
    store.save({ ...draft, state: 'unsent' });
    begin(newNote(new Date()));
    changed();
    sendKept();
    return true;
  };

  /** A note that waits goes back into the form; what was being written there waits as a draft. */
  const mend = (note: StoredNote) => {
    const again: StoredNote = { ...note, state: 'draft', refusal: undefined };
    store.save(again);
    begin(again);
    changed();
  };

  /** A note that was sent goes back into the form, as it was last changed. */
  const reopen = (note: RecentNote) => {
    const begun = store.all().findLast((one) => one.changes === note.id);
    // One that is being sent goes its way; what comes after it is a change of its own.
    if (begun && begun.state !== 'unsent') return mend(begun);
    const { text, product, customer } = begun ?? { ...note, product: note.product ?? '', customer: '' };
    mend({ ...newNote(new Date()), text, product, customer, occurredAt: note.occurredAt, changes: note.id });
  };

  /** Leaves a note as it was sent. */
  const abandon = () => {
    store.remove(draft.clientId);
    begin(newNote(new Date()));
    changed();
  };

  const discard = (clientId: string) => {
    store.remove(clientId);
    changed();
  };

  return {
    draft,
    isKept: store.keeps(draft.clientId),
    change,
    send,
    mend,
    reopen,
    abandon,
    discard,
    sendKept,
    waitsFor,
    waiting: kept.filter((note) => note.clientId !== draft.clientId),
  };
}

/** The draft of this tab; in a new tab the newest one left behind. */
function resume(store: NoteStore): StoredNote {
  const own = sessionStorage.getItem(ownDraftKey);
  const kept = own ? store.get(own) : store.all().findLast((note) => note.state === 'draft');
  const draft = kept?.state === 'draft' ? kept : newNote(new Date());
  sessionStorage.setItem(ownDraftKey, draft.clientId);
  return draft;
}
