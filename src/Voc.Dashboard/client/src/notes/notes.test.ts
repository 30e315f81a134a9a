import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, offline } from '../api/problem';
import { announceDraft } from './draftTabs';
import { NoteSender } from './NoteSender';
import { NoteStore, newNote, type StoredNote } from './noteStore';

let store: NoteStore;
const note = (text: string, minute: number): StoredNote => ({
  ...newNote(new Date(Date.UTC(2026, 2, 2, 1, minute))),
  state: 'unsent',
  text,
});
const events = () => ({ changed: vi.fn(), waits: vi.fn(), acknowledged: vi.fn() });

beforeEach(() => {
  store = new NoteStore('support');
});

describe('The note store', () => {
  it('keeps what was typed through a reload, for its writer alone', () => {
    store.save({ ...note('書きかけ', 0), state: 'draft' });
    expect(new NoteStore('support').all().map((one) => one.text)).toEqual(['書きかけ']);
    expect(new NoteStore('other').all()).toEqual([]);
  });

  it('gives each note its own entry, so that two tabs keep both', () => {
    const otherTab = new NoteStore('support');
    store.save(note('一つ目', 0));
    otherTab.save(note('二つ目', 1));
    expect(store.all().map((one) => one.text)).toEqual(['一つ目', '二つ目']);
  });

  it('is not stopped by an entry that is broken', () => {
    localStorage.setItem('voc.note.support.x', '{');
    store.save(note('無事', 0));
    expect(store.all().map((one) => one.text)).toEqual(['無事']);
  });

  it('holds what the browser has no room for until it is sent, and says so', async () => {
    const full = new Proxy(localStorage, {
      get: (storage, name) =>
        name === 'setItem'
          ? () => expect.fail('QuotaExceededError')
          : Reflect.get(storage, name).bind(storage),
    });
    const cramped = new NoteStore('support', full);
    const unkept = note('長いメモ', 0);
    cramped.save(unkept);
    expect(cramped.keeps(unkept.clientId)).toBe(false);
    expect(cramped.get(unkept.clientId)).toEqual(unkept);
    const sent: string[] = [];
    await new NoteSender(cramped, async (one) => void sent.push(one.text), events()).send();
    expect(sent).toEqual(['長いメモ']);
    expect(cramped.all()).toEqual([]);
  });

  it('makes a new identifier for every note', () => {
    const ids = new Set(Array.from({ length: 100 }, () => newNote(new Date()).clientId));
    expect(ids.size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('Two tabs', () => {
  it('do not write the same draft: the one that comes later begins another', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const ends = [announceDraft('a', first)];
    await new Promise((done) => setTimeout(done, 50));
    ends.push(announceDraft('a', second), announceDraft('b', second));
    await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1));
    expect(first).not.toHaveBeenCalled();
    ends.forEach((end) => end());
  });
});

describe('The note sender', () => {
  it('forgets a note only once the server has acknowledged it, oldest first', async () => {
    store.save(note('二', 2));
    store.save(note('一', 1));
    const sent: string[] = [];
    const post = vi.fn(async (one: StoredNote) => {
      expect(store.get(one.clientId)).not.toBeNull();
      sent.push(one.text);
    });
    const told = events();
    await new NoteSender(store, post, told).send();
    expect(sent).toEqual(['一', '二']);
    expect(store.all()).toEqual([]);
    expect(told.acknowledged).toHaveBeenCalledTimes(2);
  });

  it('sends again with the same identifier when the answer was lost', async () => {
    vi.useFakeTimers();
    const lost = note('届いたか分からない', 0);
    store.save(lost);
    const ids: string[] = [];
    const post = vi.fn(async (one: StoredNote) => {
      ids.push(one.clientId);
      if (ids.length === 1) throw offline();
    });
    const sender = new NoteSender(store, post, events());
    await sender.send();
    expect(store.all()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(ids).toEqual([lost.clientId, lost.clientId]);
    expect(store.all()).toEqual([]);
    vi.useRealTimers();
  });

  it('sends at once when the network is back', async () => {
    store.save(note('圏外で書いた', 0));
    let online = false;
    const post = vi.fn(async () => {
      if (!online) throw offline();
    });
    const sender = new NoteSender(store, post, events());
    sender.start();
    await vi.waitFor(() => expect(post).toHaveBeenCalledTimes(1));
    online = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(store.all()).toEqual([]));
    sender.stop();
  });

  it('waits as long as a busy server asks, and for a new sign-in', async () => {
    vi.useFakeTimers();
    store.save(note('混雑中', 0));
    const answers = [new Problem(503, {}, 20), new Problem(401), null];
    const post = vi.fn(async () => {
      const answer = answers.shift();
      if (answer) throw answer;
    });
    const sender = new NoteSender(store, post, events());
    await sender.send();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(post).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(post).toHaveBeenCalledTimes(2);
    expect(store.all()[0]!.state).toBe('unsent');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.all()).toEqual([]);
    vi.useRealTimers();
  });

  it('keeps a refused note with the reason and goes on with the next', async () => {
    store.save(note('だめ', 0));
    store.save(note('よい', 1));
    const post = vi.fn(async (one: StoredNote) => {
      if (one.text === 'だめ') throw new Problem(400, { errors: { text: ['本文が長すぎます。'] } });
    });
    await new NoteSender(store, post, events()).send();
    expect(store.all()).toMatchObject([{ text: 'だめ', state: 'refused', refusal: '本文が長すぎます。' }]);
  });

  it.each([
    [offline(), 'offline'],
    [new Problem(503), 'busy'],
    [new Problem(401), 'signedOut'],
  ])('says why notes wait after %o: %s', async (failure, why) => {
    store.save(note('待つ', 0));
    const told = events();
    const sender = new NoteSender(store, () => Promise.reject(failure), told);
    await sender.send();
    sender.stop();
    expect(told.waits.mock.calls).toEqual([[why]]);
  });

  it('leaves drafts alone', async () => {
    store.save({ ...note('まだ書いている', 0), state: 'draft' });
    const post = vi.fn();
    await new NoteSender(store, post, events()).send();
    expect(post).not.toHaveBeenCalled();
  });
});
