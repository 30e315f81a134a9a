import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { IssueDetail } from '../api/types';
import { open, serve } from '../test/render';
import { someIssueDetail } from '../test/samples';
import { IssueHistory } from './IssueHistory';
import { IssueTriage } from './IssueTriage';

const json = (value: unknown) => new Response(JSON.stringify(value));

function triage(issue: IssueDetail) {
  const sent: unknown[] = [];
  serve({
    'GET /issues/assignees': () => json([{ userName: 'tanaka', displayName: '田中' }]),
    'PATCH /issues/7': (_, init) => {
      sent.push(JSON.parse(String(init.body)));
      return json(issue);
    },
    'POST /issues/7/comments': (_, init) => {
      sent.push(JSON.parse(String(init.body)));
      return json(issue);
    },
  });
  return sent;
}

test('a key leads to the states that may come next, and types as usual in a field', async () => {
  const issue = someIssueDetail(7, { state: 'fixed', fixedOn: '2026-03-01' });
  const sent = triage(issue);
  open(<IssueTriage issue={issue} />);
  await userEvent.keyboard('a');
  await userEvent.keyboard('v');
  await waitFor(() => expect(sent).toEqual([{ state: 'verified' }]));
  await userEvent.keyboard('c');
  await userEvent.keyboard('rv');
  expect(screen.getByLabelText('コメント')).toHaveValue('rv');
  expect(sent).toHaveLength(1);
});

test('a ticket is changed when one leaves its field, and its link gives nothing away', async () => {
  const issue = someIssueDetail(7, { ticketUrl: 'https://tickets.example/1' });
  const sent = triage(issue);
  open(<IssueTriage issue={issue} />);
  const link = screen.getByRole('link', { name: /tickets.example/ });
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  const field = screen.getByLabelText('チケットの URL');
  await userEvent.clear(field);
  await userEvent.type(field, 'https://tickets.example/2');
  expect(sent).toEqual([]);
  await userEvent.tab();
  await waitFor(() => expect(sent).toEqual([{ ticketUrl: 'https://tickets.example/2' }]));
});

test('a muted issue says what brings it back', async () => {
  const issue = someIssueDetail(7, { state: 'muted' });
  const sent = triage(issue);
  open(<IssueTriage issue={issue} />);
  await userEvent.type(screen.getByLabelText('1 週間の件数の増加'), '50');
  await userEvent.click(screen.getByRole('button', { name: '条件を保存' }));
  await waitFor(() => expect(sent).toEqual([{ state: 'muted', mute: { until: '', growthPercent: 50 } }]));
});

test('who may only read comments all the same', async () => {
  const issue = someIssueDetail(7);
  const sent = triage(issue);
  open(<IssueTriage issue={issue} />, { role: 'support' });
  expect(screen.queryByLabelText('担当者')).toBeNull();
  await userEvent.type(screen.getByLabelText('コメント'), 'はい');
  await userEvent.click(screen.getByRole('button', { name: 'コメントを追加' }));
  await waitFor(() => expect(sent).toEqual([{ text: 'はい' }]));
});

test('the history tells from what to what and why, and only own comments can be deleted', async () => {
  const base = { at: '2026-03-01T09:00:00+09:00', from: null, to: null, reason: null };
  const remove = vi.fn(() => json(someIssueDetail(7)));
  serve({ 'DELETE /issues/7/comments/2': remove });
  open(
    <IssueHistory
      id={7}
      history={[
        { ...base, id: 1, who: '', action: 'state', from: 'muted', to: 'new', reason: 'grew' },
        { ...base, id: 2, who: 'product', action: 'comment', to: '私の' },
        { ...base, id: 3, who: 'other', action: 'comment', to: '別の人の' },
        { ...base, id: 4, who: 'other', action: 'comment' },
      ]}
    />,
  );
  expect(screen.getByText(/非表示 → 新規/)).toHaveTextContent('件数が増えたため');
  expect(screen.getByText('（削除されたコメント）')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'コメントを削除' }));
  await waitFor(() => expect(remove).toHaveBeenCalledOnce());
});
