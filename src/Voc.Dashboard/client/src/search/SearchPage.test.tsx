import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { open, problem, serve } from '../test/render';
import { someFeedback } from '../test/samples';
import { Component as SearchPage } from './SearchPage';

const answer = (url: URL) =>
  Response.json({
    total: 45,
    hits: [
      { ...someFeedback(1), text: '充電が遅い', highlights: [{ start: 0, length: 2 }], score: 1 },
      { ...someFeedback(2), highlights: [], score: 0.5 },
    ],
    facets: {
      channel: [
        { value: 'review', label: 'review', count: 30 },
        { value: 'social', label: 'social', count: 15 },
      ],
      topic: [{ value: 'charging', label: '充電', count: 12 }],
    },
    elapsedMilliseconds: 2,
    asked: url.search,
  });

afterEach(() => vi.unstubAllGlobals());

describe('The search page', () => {
  it('searches for what is typed and keeps it in the address', async () => {
    const user = userEvent.setup();
    serve({ 'GET /search': answer });
    const { address } = open(<SearchPage />);
    await user.type(screen.getByRole('searchbox', { name: '検索式' }), '充電{Enter}');
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/?q=充電'));
    expect(await screen.findByText('充電', { selector: 'mark' })).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('narrows by a facet and takes it back', async () => {
    const user = userEvent.setup();
    const asked = serve({ 'GET /search': answer });
    const { address } = open(<SearchPage />, { at: '/?q=充電&page=2' });
    const rail = within(screen.getByRole('complementary', { name: '絞り込み' }));
    await user.click(await rail.findByRole('button', { name: /レビュー/ }));
    await waitFor(() => expect(address()).toContain('channel=review'));
    expect(address()).not.toContain('page=');
    await waitFor(() => expect(asked.at(-1)).toContain('channel=review'));
    expect(rail.getByRole('button', { name: /レビュー/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(rail.getByRole('button', { name: /レビュー/ }));
    await waitFor(() => expect(address()).not.toContain('channel='));
  });

  it('opens a page from its address as it was left', async () => {
    const asked = serve({ 'GET /search': answer });
    open(<SearchPage />, { at: '/?q=充電&sort=relevance&page=3' });
    expect(await screen.findByText('45 件')).toBeInTheDocument();
    expect(asked[0]).toContain('offset=40');
    expect(asked[0]).toContain('sort=relevance');
    expect(screen.getByRole('searchbox')).toHaveValue('充電');
  });

  it('marks the place of a query that cannot be understood', async () => {
    serve({
      'GET /search': () =>
        problem(400, { code: 'query', position: 3, errors: { q: ['4 文字目の引用符が閉じていません。'] } }),
    });
    open(<SearchPage />, { at: `/?q=${encodeURIComponent('充電 "遅い')}` });
    expect(await screen.findByRole('alert')).toHaveTextContent('4 文字目の引用符が閉じていません。');
    expect(screen.getByTestId('query-place')).toHaveTextContent('"');
    const box = screen.getByRole<HTMLInputElement>('searchbox');
    expect(box).toBeInvalid();
    expect(box.selectionStart).toBe(3);
  });
});
