import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { open as openPage, serve } from '../test/render';
import { NoteOutbox } from './NoteOutbox';
import { Component as NotesPage } from './NotesPage';

let notes: { clientId: string; text: string; customer: string | null; product: string | null }[];
let reachable: boolean;

const open = () =>
  openPage(
    <NoteOutbox>
      <NotesPage />
    </NoteOutbox>,
    { role: 'support' },
  );

beforeEach(() => {
  notes = [];
  reachable = true;
  const answer = (body: unknown, status = 200) => {
    if (!reachable) throw new TypeError('Failed to fetch');
    return Response.json(body, { status });
  };
  serve({
    'GET /products': () => answer(['炊飯器', '加湿器']),
    'GET /notes/recent': () => answer({ items: [] }),
    'POST /notes': (_, init) => {
      const reply = answer({ id: notes.length, duplicate: false }, 202);
      notes.push(JSON.parse(init.body as string));
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
});
