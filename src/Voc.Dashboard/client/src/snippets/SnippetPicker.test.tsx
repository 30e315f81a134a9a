import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role, Snippet, SnippetInput } from '../api/types';
import { NoteOutbox } from '../notes/NoteOutbox';
import { Component as NotesPage } from '../notes/NotesPage';
import { open as openPage, problem, serve } from '../test/render';
import { someSnippet } from '../test/samples';

let snippets: Snippet[];
let kept: SnippetInput[];
let sent: string[];
let removed: string[];
let reachable: boolean;

const open = (role: Role = 'support') =>
  openPage(
    <NoteOutbox>
      <NotesPage />
    </NoteOutbox>,
    { role },
  );

beforeEach(() => {
  snippets = [
    someSnippet(1, { key: 'hn', text: '{製品}の返金をご希望。理由：{理由}。' }),
    someSnippet(2, { key: 'or', title: '折り返し', text: '折り返し希望。', shared: true, editable: false }),
  ];
  [kept, sent, removed, reachable] = [[], [], [], true];
  serve({
    'GET /products': () => Response.json([]),
    'GET /notes/recent': () => Response.json({ items: [] }),
    'POST /notes/related': () => Response.json({ similar: [], issues: [], customer: null }),
    'POST /notes': (_, init) => {
      sent.push((JSON.parse(init.body as string) as { text: string }).text);
      return Response.json({ id: 1, duplicate: false }, { status: 202 });
    },
    'GET /notes/snippets': () => {
      if (!reachable) throw new TypeError('Failed to fetch');
      return Response.json(snippets);
    },
    'POST /notes/snippets': (_, init) => {
      const input = JSON.parse(init.body as string) as SnippetInput;
      kept.push(input);
      if (input.key === 'hn') return problem(400, { errors: { key: ['「;hn」は既に使われています。'] } });
      snippets = [...snippets, someSnippet(3, { key: input.key!, title: input.title!, text: input.text! })];
      return Response.json(snippets.at(-1), { status: 201 });
    },
    'DELETE /notes/snippets/1': (_, init) => {
      removed.push((init.headers as Record<string, string>)['If-Match']!);
      snippets = snippets.slice(1);
      return new Response(null, { status: 204 });
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /メモ/ });
const arrived = () => waitFor(() => expect(localStorage.getItem('voc.snippets.support')).not.toBeNull());

describe('A snippet in a note', () => {
  it('comes at Tab after its key, and Tab goes from blank to blank', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard('；ＨＮ{Tab}');
    expect(text()).toHaveValue('{製品}の返金をご希望。理由：{理由}。');
    await user.keyboard('加湿器{Tab}音が大きい');
    expect(text()).toHaveValue('加湿器の返金をご希望。理由：音が大きい。');
    expect(text()).toHaveFocus();
    await user.tab();
    expect(text()).not.toHaveFocus();
  });

  it('comes at a space too, while other words keep theirs', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard('a ;zz ;or ');
    expect(text()).toHaveValue('a ;zz 折り返し希望。');
  });

  it('is there without a connection once it was there', async () => {
    const user = userEvent.setup();
    const first = open();
    await arrived();
    first.unmount();
    reachable = false;
    open();
    await user.keyboard(';or{Tab}');
    expect(text()).toHaveValue('折り返し希望。');
  });

  it('is sent with a blank in it only by who insists', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard(';hn{Tab}{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/空欄「\{製品\}」が残っています/)).toBeInTheDocument();
    expect(sent).toEqual([]);
    await user.keyboard('加湿器{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/空欄「\{理由\}」が残っています/)).toBeInTheDocument();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toEqual(['加湿器の返金をご希望。理由：{理由}。']));
  });
});

describe('The list of snippets', () => {
  it('is opened by Alt+T, searched and gone through by arrows, and puts in where the cursor was', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard('前後{ArrowLeft}{Alt>}[KeyT]{/Alt}');
    expect(await screen.findByRole('textbox', { name: 'キー・見出し・本文で探す' })).toHaveFocus();
    await user.keyboard('希望{ArrowDown}{Enter}');
    await waitFor(() => expect(text()).toHaveValue('前折り返し希望。後'));
    await waitFor(() => expect(text()).toHaveFocus());
    await user.keyboard('至急');
    expect(text()).toHaveValue('前折り返し希望。至急後');
  });

  it('makes a snippet, and says at the field what is wrong with it', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard('{Alt>}[KeyT]{/Alt}');
    await user.click(await screen.findByRole('button', { name: '定型文を作る' }));
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
    await user.keyboard('hn{Tab}返品{Tab}返品をご希望。{Control>}{Enter}{/Control}');
    expect(await screen.findByText('「;hn」は既に使われています。')).toBeInTheDocument();
    await user.click(screen.getByRole('textbox', { name: /^キー/ }));
    await user.keyboard('{Backspace}p{Control>}{Enter}{/Control}');
    expect(await screen.findByText(';hp')).toBeInTheDocument();
    expect(kept.at(-1)).toEqual({ key: 'hp', title: '返品', text: '返品をご希望。', shared: false });
  });

  it('lets the company s be made by product managers, and changed only by those who may', async () => {
    const user = userEvent.setup();
    open('product');
    await user.keyboard('{Alt>}[KeyT]{/Alt}');
    expect(await screen.findByText('会社')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '「折り返し」を直す' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '定型文を作る' }));
    expect(screen.getByRole('switch', { name: /会社の定型文にする/ })).toBeInTheDocument();
  });

  it('deletes the version that was read, at the second press', async () => {
    const user = userEvent.setup();
    open();
    await arrived();
    await user.keyboard('{Alt>}[KeyT]{/Alt}');
    await user.click(await screen.findByRole('button', { name: '「返金の申し出」を直す' }));
    await user.click(screen.getByRole('button', { name: '削除' }));
    expect(removed).toEqual([]);
    await user.click(screen.getByRole('button', { name: '本当に削除する' }));
    await waitFor(() => expect(screen.queryByText(';hn')).not.toBeInTheDocument());
    expect(removed).toEqual(['"1"']);
  });
});
