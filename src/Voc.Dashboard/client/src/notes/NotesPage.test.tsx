import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RelatedToNote } from '../api/types';
import { open as openPage, problem, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { NoteOutbox } from './NoteOutbox';
import { Component as NotesPage } from './NotesPage';

let asked: unknown[];
let notes: { clientId: string; text: string; customer: string | null; product: string | null }[];
let reachable: boolean;
let signedIn: boolean;
let related: RelatedToNote;

const open = () =>
  openPage(
    <NoteOutbox>
      <NotesPage />
    </NoteOutbox>,
    { role: 'support' },
  );

beforeEach(() => {
  asked = [];
  notes = [];
  reachable = true;
  signedIn = true;
  related = { similar: [], issues: [], customer: null };
  const answer = (body: unknown, status = 200) => {
    if (!reachable) throw new TypeError('Failed to fetch');
    if (!signedIn) return problem(401, { title: 'サインインしてください。' });
    return Response.json(body, { status });
  };
  serve({
    'GET /products': () => answer(['炊飯器', '加湿器']),
    'GET /notes/recent': () => answer({ items: [] }),
    'GET /notes/snippets': () => answer([]),
    'POST /notes/related': (_, init) => {
      asked.push(JSON.parse(init.body as string));
      return answer(related);
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

  it('lists its keys', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('{Alt>}[Slash]{/Alt}');
    expect(await screen.findByRole('dialog', { name: 'キー操作' })).toHaveTextContent('お客様番号へ');
  });
});
