import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../i18n';
import { SessionContext } from '../session/useSession';
import { NoteOutbox } from './NoteOutbox';
import { Component as NotesPage } from './NotesPage';

const session = {
  user: { userName: 'support', displayName: '窓口', roles: ['support' as const] },
  demo: null,
  company: { name: '会社', timeZone: 'Asia/Tokyo' },
};

let notes: { clientId: string; text: string; customer: string | null; product: string | null }[];
let reachable: boolean;

/** The server's end of the three requests the page makes. */
async function serve(path: string, init: RequestInit) {
  if (!reachable) throw new TypeError('Failed to fetch');
  if (path === '/api/v1/products') return Response.json(['炊飯器', '加湿器']);
  if (path === '/api/v1/notes/recent') return Response.json({ items: [] });
  notes.push(JSON.parse(init.body as string));
  return Response.json({ id: notes.length, duplicate: false }, { status: 202 });
}

const open = () =>
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <SessionContext value={session}>
          <MemoryRouter>
            <NoteOutbox>
              <NotesPage />
            </NoteOutbox>
          </MemoryRouter>
        </SessionContext>
      </QueryClientProvider>
    </MantineProvider>,
  );

beforeEach(() => {
  notes = [];
  reachable = true;
  vi.stubGlobal('fetch', vi.fn(serve));
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
