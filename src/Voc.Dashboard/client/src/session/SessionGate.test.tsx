import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../api/client';
import { open, problem, serve, sessionOf } from '../test/render';
import { NoteStore, newNote } from '../notes/noteStore';
import { SessionGate } from './SessionGate';

const nobody = {
  ...sessionOf('support'),
  user: null,
  demo: { accounts: [{ userName: 'demo-support', password: 'geheim', role: 'support' }] },
};

afterEach(() => vi.unstubAllGlobals());

const gate = () =>
  open(
    <SessionGate>
      <p>中身</p>
    </SessionGate>,
  );

describe('The sign-in', () => {
  it('is asked for first, and a demo account signs in with one click', async () => {
    const user = userEvent.setup();
    const sent: unknown[] = [];
    serve({
      'GET /session': () => Response.json(nobody),
      'POST /session': (_, init) => {
        sent.push(JSON.parse(init.body as string));
        return Response.json({ ...nobody, user: sessionOf('support').user });
      },
    });
    gate();
    await user.click(await screen.findByRole('button', { name: 'サポート担当としてサインイン' }));
    expect(await screen.findByText('中身')).toBeInTheDocument();
    expect(sent).toEqual([{ userName: 'demo-support', password: 'geheim' }]);
  });

  it('tells of call notes that wait in the browser', async () => {
    const store = new NoteStore('support');
    store.save({ ...newNote(new Date()), text: '送れなかった', state: 'unsent' });
    store.save({ ...newNote(new Date()), text: '書きかけ' });
    serve({ 'GET /session': () => Response.json(nobody) });
    gate();
    expect(await screen.findByText(/未送信の通話メモが 1 件/)).toBeInTheDocument();
    localStorage.clear();
  });

  it('says why it was refused', async () => {
    const user = userEvent.setup();
    serve({
      'GET /session': () => Response.json({ ...nobody, demo: null }),
      'POST /session': () =>
        problem(401, { title: 'パスワードが違います。', detail: '入力を確認してください。' }),
    });
    gate();
    await user.type(await screen.findByLabelText('ユーザー名'), 'a');
    await user.type(screen.getByLabelText('パスワード', { selector: 'input' }), 'b{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'パスワードが違います。 入力を確認してください。',
    );
  });

  it('comes back when the server no longer knows the session', async () => {
    let user: unknown = sessionOf('product').user;
    serve({
      'GET /session': () => Response.json({ ...nobody, user }),
      'GET /issues': () => problem(401, { title: 'サインインが必要です。' }),
    });
    gate();
    await screen.findByText('中身');
    user = null;
    await api.get('/issues').catch(() => {});
    expect(await screen.findByLabelText('ユーザー名')).toBeInTheDocument();
    expect(screen.queryByText('中身')).not.toBeInTheDocument();
  });
});
