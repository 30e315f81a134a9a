export interface StoredNote {
  /** Made here once; the server knows a note sent twice by it. */
  clientId: string;
  state: 'draft' | 'unsent' | 'refused';
  text: string;
  customer: string;
  product: string;
  /** When the call was, which is when the note was begun. */
  occurredAt: string;
  /** The stored note that this changes, where it is not a new one. */
  changes?: number;
  /** Why the server refused it. */
  refusal?: string;
}

export type NoteFields = Pick<StoredNote, 'text' | 'customer' | 'product'>;

/**
 * Notes of one person that the server has not acknowledged, kept in the browser through reloads, crashes and outages.
 * Each note has an entry of its own, so that two tabs do not overwrite each other's.
 */
export class NoteStore {
  private readonly prefix: string;
  private readonly storage: Storage;
  /** What the browser had no room for, or was not allowed to keep: held as long as the page is open. */
  private readonly unkept = new Map<string, StoredNote>();

  constructor(userName: string, storage: Storage = localStorage) {
    this.prefix = `voc.note.${userName}.`;
    this.storage = storage;
  }

  /** Oldest first. An entry that cannot be read is left alone and not shown. */
  all(): StoredNote[] {
    return Object.keys(this.storage)
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => parse(this.storage.getItem(key)))
      .filter((note) => note !== null && !this.unkept.has(note.clientId))
      .concat(...this.unkept.values())
      .filter((note) => note !== null)
      .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
  }

  get(clientId: string) {
    return this.unkept.get(clientId) ?? parse(this.storage.getItem(this.prefix + clientId));
  }

  save(note: StoredNote) {
    try {
      this.storage.setItem(this.prefix + note.clientId, JSON.stringify(note));
      this.unkept.delete(note.clientId);
    } catch {
      this.unkept.set(note.clientId, note);
    }
  }

  /** Whether the note would survive the end of this page. */
  keeps(clientId: string) {
    return !this.unkept.has(clientId);
  }

  remove(clientId: string) {
    this.unkept.delete(clientId);
    this.storage.removeItem(this.prefix + clientId);
  }

  owns(key: string | null) {
    return key === null || key.startsWith(this.prefix);
  }
}

/** How many notes of anybody wait in this browser to be sent. */
export const unsentIn = (storage: Storage = localStorage) =>
  Object.keys(storage).filter(
    (key) => key.startsWith('voc.note.') && parse(storage.getItem(key))?.state === 'unsent',
  ).length;

export const newNote = (now: Date): StoredNote => ({
  clientId: newId(),
  state: 'draft',
  text: '',
  customer: '',
  product: '',
  occurredAt: now.toISOString(),
});

/** `crypto.randomUUID` is missing where the page is served without TLS on a company network. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function parse(text: string | null): StoredNote | null {
  try {
    const note = JSON.parse(text ?? 'null') as StoredNote | null;
    return note && typeof note.clientId === 'string' && typeof note.text === 'string' ? note : null;
  } catch {
    return null;
  }
}
