import { Problem } from '../api/problem';
import type { NoteStore, StoredNote } from './noteStore';

type Post = (note: StoredNote) => Promise<unknown>;

/** Why notes have to wait. */
export type WaitsFor = 'offline' | 'busy' | 'signedOut';

interface Events {
  changed: () => void;
  waits: (why: WaitsFor | null) => void;
  acknowledged: () => void;
}

const longestWait = 60_000;

/**
 * Sends unsent notes, oldest first, until the server has acknowledged each. What may pass by itself (no network, a busy
 * server, an ended session) is tried again; what the server refuses is kept with the reason for its writer to mend.
 */
export class NoteSender {
  private sending = false;
  private askedMeanwhile = false;
  private stopped = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly store: NoteStore;
  private readonly post: Post;
  private readonly events: Events;

  constructor(store: NoteStore, post: Post, events: Events) {
    this.store = store;
    this.post = post;
    this.events = events;
  }

  start() {
    window.addEventListener('online', this.sendNow);
    void this.send();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.sendNow);
  }

  readonly sendNow = () => {
    this.failures = 0;
    void this.send();
  };

  async send(): Promise<void> {
    this.askedMeanwhile = this.sending;
    if (this.sending || this.stopped) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let note = this.next(); note; note = this.next()) if (!(await this.sendOne(note))) break;
    } finally {
      this.sending = false;
    }
    // The network may have come back while the failed attempt was on its way.
    if (this.askedMeanwhile) await this.send();
  }

  private next() {
    return this.stopped ? undefined : this.store.all().find((note) => note.state === 'unsent');
  }

  private async sendOne(note: StoredNote) {
    try {
      await this.post(note);
    } catch (error) {
      return this.failed(note, error);
    }
    this.failures = 0;
    this.events.waits(null);
    this.store.remove(note.clientId);
    this.events.changed();
    this.events.acknowledged();
    return true;
  }

  private failed(note: StoredNote, error: unknown) {
    const refused = error instanceof Problem && !error.isTemporary && error.status !== 401;
    if (refused) {
      const refusal = Object.values(error.errors).flat().join(' ') || error.message;
      // Where the note that was to be changed is gone or closed, the text can still go in as a note of its own.
      const changes = error.status === 404 || error.status === 409 ? undefined : note.changes;
      this.store.save({ ...note, state: 'refused', refusal, changes });
      this.events.changed();
      return true;
    }
    this.failures++;
    this.events.waits(reasonOf(error));
    const asked = error instanceof Problem ? error.retryAfterSeconds : undefined;
    const wait = asked ? asked * 1000 : Math.min(longestWait, 1000 * 2 ** Math.min(this.failures, 6));
    if (!this.stopped) this.timer = setTimeout(() => void this.send(), wait);
    return false;
  }
}

function reasonOf(error: unknown): WaitsFor {
  if (!(error instanceof Problem) || error.status === 0) return 'offline';
  return error.status === 401 ? 'signedOut' : 'busy';
}
