import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IssueDetail, IssueRule } from '../../api/types';
import { open, problem, serve } from '../../test/render';
import { someFeedback, someIssue } from '../../test/samples';
import { Component as IssuePage } from '../IssuePage';
import { IssueGrouping } from './IssueGrouping';

const issue = {
  ...someIssue(7),
  quotes: [someFeedback(71, { text: '鍵が錆びた' }), someFeedback(72, { text: '鍵が回らない' })],
  feedbackIds: [71, 72, 73],
} as unknown as IssueDetail;

const someRule = (change: Partial<IssueRule> = {}): IssueRule => ({
  id: 3,
  kind: 'merge',
  from: { id: 9, title: '古い課題', titleEn: 'Old' },
  to: { id: 7, title: '課題 7', titleEn: 'Issue 7' },
  terms: ['鍵'],
  product: null,
  at: '2026-03-02T09:00:00Z',
  who: 'tanaka',
  undoUntil: '2026-03-03T09:00:00Z',
  ...change,
});

afterEach(() => vi.unstubAllGlobals());

describe('Merging and splitting', () => {
  it('makes the chosen issues one and goes to the one that stays', async () => {
    const user = userEvent.setup();
    let sent: unknown;
    serve({
      'GET /issues/7/rules': () => Response.json([]),
      'GET /issues': () =>
        Response.json({
          items: [someIssue(8), someIssue(9, { polarity: 'positive' }), someIssue(7)],
          sequence: 1,
        }),
      'POST /issues/merge': (_, init) => {
        sent = JSON.parse(String(init.body));
        return Response.json({ ...issue, id: 8 });
      },
    });
    const { address } = open(<IssueGrouping issue={issue} />, { at: '/issues/7' });
    await user.click(screen.getByRole('button', { name: '統合…' }));
    const dialog = within(await screen.findByRole('dialog', { name: '課題を統合' }));
    expect(dialog.getByRole('button', { name: '統合する' })).toBeDisabled();
    await user.click(dialog.getByPlaceholderText('名前か番号で探す'));
    await user.click(await screen.findByRole('option', { name: '#8 課題 8' }));
    // Praise is not offered to be merged with complaints.
    expect(screen.queryByRole('option', { name: '#9 課題 9' })).not.toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '統合する' }));
    await waitFor(() => expect(sent).toEqual({ issues: [7, 8], into: null }));
    await waitFor(() => expect(address()).toBe('/issues/8'));
  });

  it('says what a split would take before it is made', async () => {
    const user = userEvent.setup();
    const sent: unknown[] = [];
    serve({
      'GET /issues/7/rules': () => Response.json([]),
      'POST /issues/7/split/preview': () =>
        Response.json({ chosen: 2, total: 3, terms: ['錆びる'], product: null, title: '「錆びる」の報告' }),
      'POST /issues/7/split': (_, init) => {
        sent.push(JSON.parse(String(init.body)));
        return Response.json({ ...issue, id: 12 }, { status: 201 });
      },
    });
    const { address } = open(<IssueGrouping issue={issue} />, { at: '/issues/7' });
    await user.click(screen.getByRole('button', { name: '分割…' }));
    const dialog = within(await screen.findByRole('dialog', { name: '課題を分割' }));
    await user.click(dialog.getByText('声を選ぶ'));
    await user.click(dialog.getByRole('checkbox', { name: '鍵が錆びた' }));
    expect(await dialog.findByRole('status')).toHaveTextContent(
      '3 件のうち 2 件を分けます。 「錆びる」を含む声',
    );
    await waitFor(() => expect(dialog.getByRole('button', { name: '分割する' })).toBeEnabled());
    await user.click(dialog.getByRole('button', { name: '分割する' }));
    await waitFor(() => expect(sent).toEqual([{ terms: null, product: null, feedback: [71], title: null }]));
    await waitFor(() => expect(address()).toBe('/issues/12'));
  });

  it('says of a split that nobody made why it was made and what later feedback does', async () => {
    serve({
      'GET /issues/7/rules': () =>
        Response.json([
          someRule({ kind: 'split', from: someRule().to, to: someRule().from, terms: [], who: '' }),
        ]),
    });
    open(<IssueGrouping issue={issue} />, { at: '/issues/7' });
    const rule = within(await screen.findByRole('article', { name: '#9 古い課題 を分割しました' }));
    expect(rule.getByText(/^2 つの原因に分かれたため自動で分割。/)).toBeInTheDocument();
    expect(rule.getByText(/^システム ・ /)).toBeInTheDocument();
  });

  it('undoes a fresh decision and ends an old one', async () => {
    const user = userEvent.setup();
    const asked = serve({
      'GET /issues/7/rules': () =>
        Response.json([
          someRule(),
          someRule({
            id: 4,
            kind: 'split',
            from: { id: 7, title: '課題 7', titleEn: '' },
            to: { id: 12, title: '錆び', titleEn: '' },
            undoUntil: null,
          }),
        ]),
      'POST /issues/rules/3/undo': () => new Response(null, { status: 204 }),
      'DELETE /issues/rules/4': () => new Response(null, { status: 204 }),
    });
    open(<IssueGrouping issue={issue} />);
    const merged = within(await screen.findByRole('article', { name: '#9 古い課題 を統合しました' }));
    await user.click(merged.getByRole('button', { name: '取り消す' }));
    const split = within(screen.getByRole('article', { name: '#12 錆び を分割しました' }));
    await user.click(split.getByRole('button', { name: '規則を削除' }));
    await waitFor(() => expect(asked).toContain('DELETE /issues/rules/4'));
    expect(asked).toContain('POST /issues/rules/3/undo');
  });

  it('shows others only what was decided', async () => {
    serve({ 'GET /issues/7/rules': () => Response.json([someRule()]) });
    open(<IssueGrouping issue={issue} />, { role: 'support' });
    expect(await screen.findByText('#9 古い課題 を統合しました')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('The page of a merged issue', () => {
  it('leads to the one it was merged into', async () => {
    serve({
      'GET /issues/9': () => problem(410, { title: '統合されました', code: 'merged', mergedInto: 7 }),
      'GET /issues/7': () => new Promise<Response>(() => {}),
    });
    const { address } = open(
      <Routes>
        <Route path="/issues/:id" element={<IssuePage />} />
      </Routes>,
      { at: '/issues/9' },
    );
    await waitFor(() => expect(address()).toBe('/issues/7'));
  });
});
