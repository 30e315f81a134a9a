import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { open, serve } from '../../test/render';
import { someIssue, someIssues } from '../../test/samples';
import { Component as IssuesPage } from '../IssuesPage';

const listed = [1, 2, 3].map((id) => someIssue(id));

beforeEach(() => {
  window.scrollTo = () => {};
});
afterEach(() => vi.unstubAllGlobals());

test('issues chosen on the board by key and by click are made one, the oldest staying', async () => {
  const user = userEvent.setup();
  let sent: unknown;
  serve({
    'GET /issues': () => Response.json(someIssues(listed, { total: 3 })),
    'GET /topics': () => Response.json([]),
    'POST /issues/merge': (_, init) => {
      sent = JSON.parse(String(init.body));
      return Response.json(someIssue(1, { merged: [3] }));
    },
  });
  open(<IssuesPage />, { at: '/issues' });
  await screen.findByText('課題 1');
  await user.keyboard('j');
  await user.keyboard('x');
  const bar = within(await screen.findByRole('region', { name: '統合と分割' }));
  expect(bar.getByRole('button', { name: '統合…' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: '課題 3 を選択' }));
  expect(bar.getByText('2 件を選択中')).toBeInTheDocument();
  await user.click(bar.getByRole('button', { name: '統合…' }));
  const dialog = within(await screen.findByRole('dialog', { name: '課題を統合' }));
  await user.click(dialog.getByRole('button', { name: '統合する' }));
  await waitFor(() => expect(sent).toEqual({ issues: [1, 3], into: null }));
  await waitFor(() => expect(screen.queryByRole('region', { name: '統合と分割' })).not.toBeInTheDocument());
});

test('whoever may not decide on issues chooses none', async () => {
  serve({
    'GET /issues': () => Response.json(someIssues(listed, { total: 3 })),
    'GET /topics': () => Response.json([]),
  });
  open(<IssuesPage />, { at: '/issues', role: 'support' });
  await screen.findByText('課題 1');
  await userEvent.keyboard('j');
  await userEvent.keyboard('x');
  expect(screen.queryByRole('checkbox', { name: /を選択/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: '統合と分割' })).not.toBeInTheDocument();
});
