import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeedbackDetail, LabelChange, Role, SimilarFeedback } from '../api/types';
import { open as openPage, problem, serve } from '../test/render';
import { someDetail, someExplanation, someFeedback } from '../test/samples';
import { FeedbackView } from './FeedbackView';
import { corrected, withdrawn } from './corrections';

let stored: FeedbackDetail;
let asked: string[];
let changes: LabelChange[];
let refuses: boolean;
let similar: SimilarFeedback;

const open = (role: Role = 'product') => openPage(<FeedbackView id={1} />, { role });

beforeEach(() => {
  stored = someDetail();
  changes = [];
  refuses = false;
  similar = { items: [], total: 0, sources: 1 };
  asked = serve({
    'GET /feedback/1': () => Response.json(stored),
    'GET /feedback/1/explanation': () => Response.json(someExplanation()),
    'GET /feedback/1/similar': () => Response.json(similar),
    'GET /topics': () =>
      Response.json([
        { id: 'app', name: 'アプリ・サイト', parent: null },
        { id: 'app.usability', name: '使いやすさ', parent: 'app' },
        { id: 'app.update', name: 'アップデート', parent: 'app' },
      ]),
    'PUT /feedback/1/labels': (_, init) => {
      if (refuses) return problem(503, { title: '保存できませんでした。' });
      const change = JSON.parse(init.body as string) as LabelChange;
      changes.push(change);
      stored = corrected(stored, change, { by: 'product', at: '2026-03-02T12:00:00+09:00' });
      return Response.json(stored);
    },
    'DELETE /feedback/1/labels': () => Response.json((stored = withdrawn(stored))),
  });
});
afterEach(() => vi.unstubAllGlobals());

const sentiment = (name: string) =>
  within(screen.getByRole('group', { name: '感情' })).getByRole('button', { name });

describe('The details of a feedback', () => {
  it('take a corrected sentiment at once, say so, and take it back', async () => {
    const user = userEvent.setup();
    open();
    await screen.findByRole('group', { name: '感情' });
    expect(sentiment('中立')).toHaveAttribute('aria-pressed', 'true');
    await user.click(sentiment('ネガティブ'));
    expect(sentiment('ネガティブ')).toHaveAttribute('aria-pressed', 'true');
    expect(await screen.findByText(/担当 が 2026\/3\/2 12:00 に訂正/)).toHaveTextContent(
      '元の読み取り: 中立',
    );
    expect(changes).toEqual([{ sentiment: 'negative' }]);

    await user.click(screen.getByRole('button', { name: '訂正を取り消す' }));
    await waitFor(() => expect(asked).toContain('DELETE /feedback/1/labels'));
    expect(sentiment('中立')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.queryByText(/に訂正/)).not.toBeInTheDocument();
  });

  it('are corrected by keyboard, and the last step alone is undone', async () => {
    const user = userEvent.setup();
    open();
    await screen.findByRole('group', { name: '感情' });
    sentiment('ポジティブ').focus();
    await user.keyboard('{Enter}');
    const praise = screen.getByRole('checkbox', { name: '称賛' });
    praise.focus();
    await user.keyboard(' ');
    await waitFor(() =>
      expect(changes).toEqual([{ sentiment: 'positive' }, { intents: ['praise', 'report'] }]),
    );

    await user.click(await screen.findByRole('button', { name: '元に戻す' }));
    expect(praise).not.toBeChecked();
    await waitFor(() => expect(stored.corrected).toMatchObject({ sentiment: 'positive', intents: null }));
    expect(sentiment('ポジティブ')).toHaveAttribute('aria-pressed', 'true');
  });

  it('let a topic be found by typing', async () => {
    const user = userEvent.setup();
    open();
    await user.type(await screen.findByRole('combobox', { name: '話題' }), 'アップ');
    await user.click(await screen.findByRole('option', { name: 'アップデート' }));
    await waitFor(() => expect(changes).toEqual([{ topics: ['app.usability', 'app.update'] }]));
  });

  it('show what was, where a correction is refused', async () => {
    const user = userEvent.setup();
    open();
    await screen.findByRole('group', { name: '感情' });
    refuses = true;
    await user.click(sentiment('ネガティブ'));
    await waitFor(() => expect(sentiment('中立')).toHaveAttribute('aria-pressed', 'true'));
    expect(screen.queryByRole('button', { name: '元に戻す' })).not.toBeInTheDocument();
  });

  it('offer no correction to whoever may not', async () => {
    open('support');
    expect(await screen.findByText('使いやすさ')).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: '感情' })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('mark in the text what moved the score when it is pointed at', async () => {
    open();
    const list = within(await screen.findByRole('list', { name: '感情の根拠' }));
    const loud = list.getByRole('button', { name: /うるさい/ });
    expect(loud).toHaveTextContent('-0.45');
    loud.focus();
    await waitFor(() => expect(document.querySelector('p [data-active]')).toHaveTextContent('うるさい'));
    loud.blur();
    await waitFor(() => expect(document.querySelector('p [data-active]')).toBeNull());
  });

  it('say how many others are nearly the same, and show them on demand', async () => {
    similar = {
      items: [someFeedback(7, { source: 'SNS', text: '操作は簡単' })],
      total: 102,
      sources: 2,
    };
    const user = userEvent.setup();
    open();
    expect(await screen.findByText(/ほぼ同じ声 ほかに 102 件・2 ソース/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '操作は簡単' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'ほぼ同じ声を見る' }));
    expect(screen.getByRole('link', { name: '操作は簡単' })).toHaveAttribute('href', '/feedback/7');
    expect(screen.getByText('ほかに 101 件あります。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '閉じる' }));
    expect(screen.queryByRole('link', { name: '操作は簡単' })).not.toBeInTheDocument();
  });

  it('say nothing of others where nothing is like it', async () => {
    open();
    await screen.findByRole('group', { name: '感情' });
    expect(screen.queryByText(/ほぼ同じ声/)).not.toBeInTheDocument();
  });

  it('show the words on demand', async () => {
    const user = userEvent.setup();
    open();
    const button = await screen.findByRole('button', { name: '単語の区切り' });
    expect(screen.queryByText('形容詞')).not.toBeInTheDocument();
    await user.click(button);
    expect(await screen.findByText('形容詞')).toBeInTheDocument();
    expect(button).toHaveAttribute('aria-expanded', 'true');
  });
});
