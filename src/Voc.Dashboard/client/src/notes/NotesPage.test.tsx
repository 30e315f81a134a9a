import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecentNote, RelatedToNote } from '../api/types';
import { open as openPage, problem, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { NoteOutbox } from './NoteOutbox';
import { Component as NotesPage } from './NotesPage';

let asked: unknown[];
let notes: { clientId: string; text: string; customer: string | null; product: string | null }[];
let reachable: boolean;
let signedIn: boolean;
let tooLate: boolean;
let related: RelatedToNote;
let recent: RecentNote[];
let changes: unknown[];

const open = () =>
  openPage(
    <NoteOutbox>
      <NotesPage />
    </NoteOutbox>,
    { role: 'support' },
  );

beforeEach(() => {
  asked = [];
  recent = [];
  changes = [];
  notes = [];
  reachable = true;
  signedIn = true;
  tooLate = false;
  related = { similar: [], issues: [], customer: null };
  const answer = (body: unknown, status = 200) => {
    if (!reachable) throw new TypeError('Failed to fetch');
    if (!signedIn) return problem(401, { title: 'サインインしてください。' });
    return Response.json(body, { status });
  };
  serve({
    'GET /products': () => answer(['炊飯器', '加湿器']),
    'GET /notes/recent': () => answer({ items: recent }),
    'GET /notes/snippets': () => answer([]),
    'POST /notes/related': (_, init) => {
      asked.push(JSON.parse(init.body as string));
      return answer(related);
    },
    'PUT /notes/7': (_, init) => {
      const reply = tooLate ? problem(409, { title: '10 分を過ぎました。' }) : answer(null);
      if (reply.ok) changes.push(JSON.parse(init.body as string));
      return reply;
    },
    'POST /notes': (_, init) => {
      const reply = answer({ id: notes.length, duplicate: false }, 202);
      if (reply.ok) notes.push(JSON.parse(init.body as string));
      return reply;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const text = () => screen.getByRole('textbox', { name: /メモ/ });

describe('The call note page', () => {
  it('is written and sent by keyboard alone', async () => {
    const user = userEvent.setup();
    open();
    expect(text()).toHaveFocus();
    await user.keyboard('電源が入らないとのこと');
    await user.tab();
    await user.keyboard('C-1');
    await user.tab();
    await user.keyboard('炊飯器');
    await user.keyboard('{Escape}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(notes).toHaveLength(1));
    expect(notes[0]).toMatchObject({ text: '電源が入らないとのこと', customer: 'C-1', product: '炊飯器' });
    expect(text()).toHaveFocus();
    expect(text()).toHaveValue('');
  });

  it('reaches its fields by Alt and a letter', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('{Alt>}[KeyC]{/Alt}');
    expect(screen.getByRole('textbox', { name: /お客様番号/ })).toHaveFocus();
    await user.keyboard('{Alt>}[KeyN]{/Alt}');
    expect(text()).toHaveFocus();
  });

  it('still has the draft after the page was closed', async () => {
    const user = userEvent.setup();
    const first = open();
    await user.keyboard('途中まで');
    first.unmount();
    open();
    expect(text()).toHaveValue('途中まで');
  });

  it('lists what is unsent, sends it once when the server is back, and never twice', async () => {
    const user = userEvent.setup();
    open();
    reachable = false;
    await user.keyboard('圏外のメモ{Control>}{Enter}{/Control}');
    expect(await screen.findByText('未送信のメモ 1 件')).toBeInTheDocument();
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.queryByText('未送信のメモ 1 件')).not.toBeInTheDocument());
    expect(notes.map((note) => note.text)).toEqual(['圏外のメモ']);
    expect(localStorage).toHaveLength(0);
  });

  it('does not send an empty note', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('  {Control>}{Enter}{/Control}');
    expect(await screen.findByText(/メモが空です/)).toBeInTheDocument();
    expect(notes).toEqual([]);
  });

  it('shows what is said alike and who calls while it is written, and opens it by a key', async () => {
    related = {
      similar: [someFeedback(7, { text: '水位ランプが消えない' }), someFeedback(8)],
      issues: [],
      customer: { texts: 1234, lastDay: '2026-03-02', issues: [{ id: 3, title: '加湿器の水漏れ' }] },
    };
    const user = userEvent.setup();
    const { address } = open();
    await user.keyboard('水位ランプがつかない{Tab}C-9');
    expect(await screen.findByText('水位ランプが消えない', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(screen.getByText(/これまでの声 1,234 件・最終 3\/2/)).toHaveTextContent('加湿器の水漏れ');
    expect(asked).toEqual([{ text: '水位ランプがつかない', customer: 'C-9' }]);
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    await waitFor(() => expect(address()).toBe('/?feedback=8'));
  });

  it('asks for nothing while there is hardly a word', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('あの');
    await new Promise((passed) => setTimeout(passed, 600));
    expect(asked).toEqual([]);
  });

  it('says that a note waits because the session has ended', async () => {
    signedIn = false;
    const user = userEvent.setup();
    open();
    await user.keyboard('切れたあとのメモ{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/サインインし直すと送られます/)).toBeInTheDocument();
    signedIn = true;
    await user.click(screen.getByRole('button', { name: '今すぐ送信' }));
    await waitFor(() => expect(notes.map((note) => note.text)).toEqual(['切れたあとのメモ']));
    expect(screen.queryByText(/サインインし直すと/)).not.toBeInTheDocument();
  });

  const sentAgo = (minutes: number): RecentNote => ({
    ...someFeedback(7, { text: '電源が入るとのこと', product: '炊飯器' }),
    state: 'stored',
    editableUntil: new Date(Date.now() + (10 - minutes) * 60_000).toISOString(),
  });

  it('changes the last note by keyboard, and leaves what was being written for later', async () => {
    recent = [sentAgo(1)];
    const user = userEvent.setup();
    open();
    await user.keyboard('次の電話');
    expect(await screen.findByRole('button', { name: /直す（あと 9 分）/ })).toBeInTheDocument();
    await user.keyboard('{Alt>}[KeyE]{/Alt}');
    expect(text()).toHaveValue('電源が入るとのこと');
    expect(screen.getByRole('heading', { name: '送信したメモを直す' })).toBeInTheDocument();
    await user.clear(text());
    await user.keyboard('電源が入らないとのこと{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(changes).toEqual([{ text: '電源が入らないとのこと', customer: null, product: '炊飯器' }]),
    );
    expect(notes).toEqual([]);
    expect(screen.getByText('次の電話')).toBeInTheDocument();
  });

  it('does not offer to change what was sent too long ago', async () => {
    recent = [sentAgo(11)];
    const user = userEvent.setup();
    open();
    expect(await screen.findByText('電源が入るとのこと')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /直す/ })).not.toBeInTheDocument();
    await user.keyboard('{Alt>}[KeyE]{/Alt}');
    expect(text()).toHaveValue('');
  });

  it('keeps a change that came too late, to be sent as a note of its own', async () => {
    recent = [sentAgo(9)];
    tooLate = true;
    const user = userEvent.setup();
    open();
    await user.click(await screen.findByRole('button', { name: /直す（/ }));
    await user.keyboard('。保証書あり{Control>}{Enter}{/Control}');
    expect(await screen.findByText('10 分を過ぎました。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '開いて直す' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(notes.map((note) => note.text)).toEqual(['電源が入るとのこと。保証書あり']));
    expect(changes).toEqual([]);
  });

  it('goes on with a change that was begun, and can leave it', async () => {
    recent = [sentAgo(1)];
    const user = userEvent.setup();
    const first = open();
    await user.click(await screen.findByRole('button', { name: /直す（/ }));
    await user.keyboard('？');
    first.unmount();
    sessionStorage.clear();
    open();
    expect(text()).toHaveValue('電源が入るとのこと？');
    await user.click(screen.getByRole('button', { name: 'やめる' }));
    expect(text()).toHaveValue('');
    expect(localStorage).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: /直す（/ }));
    expect(text()).toHaveValue('電源が入るとのこと');
  });

  it('lists its keys', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('{Alt>}[Slash]{/Alt}');
    expect(await screen.findByRole('dialog', { name: 'キー操作' })).toHaveTextContent('お客様番号へ');
  });
});
