import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { IssueSummary } from '../api/types';
import { applyLive } from '../live/applyLive';
import { open, problem, serve } from '../test/render';
import { someIssue, someIssues } from '../test/samples';
import { Component as IssuesPage } from './IssuesPage';

const later = '2026-03-02T12:00:00+09:00';
let listed: IssueSummary[];
let sent: { id: number; body: unknown }[];

/** A server that has these issues and does what is asked of them. */
function server() {
  const patch = (id: number) => (_: URL, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Partial<IssueSummary>;
    sent.push({ id, body });
    const changed = { ...listed.find((issue) => issue.id === id)!, ...body, updatedAt: later };
    listed = listed.flatMap((issue) => (issue.id !== id ? issue : body.state === 'muted' ? [] : changed));
    return Response.json(changed);
  };
  return serve({
    'GET /issues': (url) => {
      const [limit, offset] = ['limit', 'offset'].map((name) => Number(url.searchParams.get(name)));
      return Response.json(
        someIssues(listed.slice(offset, offset! + limit!), { total: listed.length, products: ['炊飯器'] }),
      );
    },
    'GET /topics': () => Response.json([]),
    ...Object.fromEntries([1, 2, 3].map((id) => [`PATCH /issues/${id}`, patch(id)])),
    'PATCH /issues/4': () => problem(409, { title: '変更できません。' }),
  });
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent);

beforeEach(() => {
  listed = [1, 2, 3].map((id) => someIssue(id));
  sent = [];
  window.scrollTo = () => {};
  Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
});

test('the keys go from row to row, and the list has one stop for the tabulator', async () => {
  server();
  open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('j');
  expect(screen.getByRole('link', { name: '課題 1' })).toHaveFocus();
  await userEvent.keyboard('j');
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('link', { name: '課題 3' })).toHaveFocus();
  await userEvent.keyboard('k');
  expect(screen.getByRole('link', { name: '課題 2' })).toHaveFocus();
  expect(screen.getAllByRole('link', { name: /^課題/ }).filter((link) => link.tabIndex === 0)).toEqual([
    screen.getByRole('link', { name: '課題 2' }),
  ]);
});

test('a state key changes the issue, and where the list no longer has it the next one takes the focus', async () => {
  server();
  open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('j');
  await userEvent.keyboard('m');
  await waitFor(() => expect(titles()).toEqual(['課題 2', '課題 3']));
  await waitFor(() => expect(screen.getByRole('link', { name: '課題 2' })).toHaveFocus());
  await userEvent.keyboard('a');
  await userEvent.keyboard('e');
  await waitFor(() =>
    expect(sent).toEqual([
      { id: 1, body: { state: 'muted' } },
      { id: 2, body: { state: 'acknowledged' } },
      { id: 2, body: { assignee: 'product' } },
    ]),
  );
  expect(await screen.findByText(/担当 自分/)).toBeInTheDocument();
});

test('the keys act while a box to choose an issue has the focus, too', async () => {
  server();
  open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  act(() => screen.getAllByRole('checkbox')[0]!.focus());
  await userEvent.keyboard('j');
  expect(screen.getByRole('link', { name: '課題 2' })).toHaveFocus();
});

test('a key that leads nowhere from the state does nothing, and who may only read changes nothing', async () => {
  server();
  const { unmount } = open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('j');
  await userEvent.keyboard('v');
  unmount();
  open(<IssuesPage />, { at: '/issues', role: 'support' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('j');
  await userEvent.keyboard('ae');
  expect(sent).toEqual([]);
});

test('the slash goes to the filter, which asks the server and is kept in the address', async () => {
  const asked = server();
  const view = open(<IssuesPage />, { at: '/issues?sort=growth' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('/');
  expect(screen.getByLabelText('言葉で絞り込む')).toHaveFocus();
  await userEvent.keyboard('異臭 m');
  await waitFor(() =>
    expect(view.address()).toBe(`/issues?${new URLSearchParams({ sort: 'growth', q: '異臭 m' })}`),
  );
  await waitFor(() => expect(new URLSearchParams(asked.at(-1)!.split('?')[1]).get('q')).toBe('異臭 m'));
  await userEvent.keyboard('e');
  expect(screen.getByLabelText('言葉で絞り込む')).toHaveValue('異臭 me');
  expect(screen.getByLabelText('言葉で絞り込む')).toHaveFocus();
  expect(sent).toEqual([]);
});

test('the question mark shows the keys', async () => {
  server();
  open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('?');
  expect(await within(await screen.findByRole('dialog')).findByText('自分が担当')).toBeInTheDocument();
});

test('a new issue takes its place by push, and the focus stays where it was', async () => {
  server();
  const { client } = open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('jj');
  listed = [someIssue(9, { updatedAt: later, detectedAt: later }), ...listed];
  act(() => applyLive(client, () => '2026-03-02').issueChanged({ sequence: 101, issue: listed[0]! }));
  await waitFor(() => expect(titles()).toEqual(['課題 9', '課題 1', '課題 2', '課題 3']));
  expect(screen.getByRole('link', { name: '課題 2' })).toHaveFocus();
});

test('where one has scrolled, new issues wait above a bar until one asks for them', async () => {
  server();
  const { client } = open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  Object.defineProperty(window, 'scrollY', { value: 600, configurable: true });
  act(() => void window.dispatchEvent(new Event('scroll')));
  const grown = someIssue(2, { count: 77, updatedAt: later });
  listed = [
    someIssue(9, { updatedAt: later }),
    someIssue(8, { updatedAt: later }),
    grown,
    listed[0]!,
    listed[2]!,
  ];
  act(() => applyLive(client, () => '2026-03-02').issueChanged({ sequence: 101, issue: grown }));
  const bar = await screen.findByRole('button', { name: '2 件の新しい課題' });
  expect(titles()).toEqual(['課題 1', '課題 2', '課題 3']);
  expect(screen.queryByRole('button', { name: /さらに/ })).toBeNull();
  expect(screen.getByText('7 日間に 77 件')).toBeInTheDocument();
  await userEvent.click(bar);
  expect(titles()).toEqual(['課題 9', '課題 8', '課題 2', '課題 1', '課題 3']);
});

test('many issues come page by page, by the button and by going on from the last', async () => {
  server();
  listed = Array.from({ length: 120 }, (_, at) => someIssue(at + 1));
  const view = open(<IssuesPage />, { at: '/issues' });
  expect(await screen.findByText('120 件中 50 件を表示')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'さらに 50 件を表示' }));
  expect(await screen.findByText('120 件中 100 件を表示')).toBeInTheDocument();
  expect(view.address()).toBe('/issues?shown=100');
  act(() => screen.getByRole('link', { name: '課題 100' }).focus());
  await userEvent.keyboard('j');
  expect(await screen.findByText('120 件中 120 件を表示')).toBeInTheDocument();
});

test('an empty board says why it is empty and what to do', async () => {
  server();
  listed = [];
  const view = open(<IssuesPage />, { at: '/issues?q=x' });
  await userEvent.click((await screen.findAllByRole('button', { name: '絞り込みを解除' }))[0]!);
  expect(await screen.findByText('課題はまだありません')).toBeInTheDocument();
  expect(view.address()).toBe('/issues');
});

test('what is beyond the five hundredth stands on the next page', async () => {
  listed = Array.from({ length: 503 }, (_, at) => someIssue(at + 1));
  server();
  open(<IssuesPage />, { at: '/issues?shown=500' });
  await screen.findByText('503 件中 500 件を表示');
  await userEvent.click(screen.getByRole('button', { name: '次の 3 件' }));
  await waitFor(() => expect(titles()).toEqual(['課題 501', '課題 502', '課題 503']));
  expect(screen.getByRole('status')).toHaveTextContent('503 件中 501〜503 件目を表示');
  await userEvent.click(screen.getByRole('button', { name: '前の 500 件' }));
  await screen.findByText('課題 1');
});
